"""A whole shop in a few lines of CSV."""

FILES = {
    "products.csv": """\
product_id,title,type,brand,category,description,material,features,specs,rating,rating_count,added
T1,Ridge Boots,hiking boots,Tarn,footwear,"Warm, dry",hide,waterproof; vegan,"{""weight_g"": 480}",4.5,9,-100
T2,Night Lamp,headlamp,Nightjar,lighting,,,,,,0,-3.5
""",
    "variants.csv": """\
sku,product_id,colour,size,price,list_price,stock
T1-8,T1,brown,8,139.00,159.00,4
T1-9,T1,brown,9,139.00,,0
T2-1,T2,,,39.95,,7
""",
    "customers.csv": """\
customer_id,first_name,last_name,email,phone,street,city,state,postcode,country,joined,locale
C1,Ann,Becker, Ann@Example.com ,+1 303,"1 Pearl St, Apt 2",Boulder,CO,80302,US,-400,en_US
""",
    "payment_methods.csv": """\
payment_id,customer_id,kind,label,balance
P1,C1,card,Visa ending 4242,
P2,C1,gift_card,Gift card,25.00
""",
    "orders.csv": """\
order_number,customer_id,status,placed,payment_id,delivery,delivery_cost
1042,C1,delivered,-10,P1,standard,4.95
""",
    "shipments.csv": """\
shipment_id,order_number,carrier,tracking_number,status,shipped,expected,delivered
S1,1042,UPS,1Z1,delivered,-9,-6,-5
""",
    "order_items.csv": """\
order_number,line,sku,quantity,unit_price,shipment_id
1042,1,T1-8,1,129.00,S1
1042,2,T2-1,2,39.95,
""",
    "tracking_events.csv": """\
shipment_id,time,place,status,description
S1,-9,"Denver, CO",picked_up,Handed over
S1,-5,"Boulder, CO",delivered,Delivered
""",
    "interactions.csv": """\
UserID,ItemID,Behavior,Time
C1,T1,Browse,-20
C1,T1,Buy,-10
""",
}
"""File → content."""
