import redis
from pymongo import MongoClient

mongo = MongoClient("mongodb://mongo:27017/shop")
carts = redis.Redis(host="cache", port=6379)
