"""Makes values of a class of its own and of one of a library."""
from decimal import Decimal


class Order(object):
    def __init__(self, number):
        self.number = number
        self.lines = ["a", "b"]


def work():
    order = Order(7)
    price = Decimal("1.50")
    return order, price  # marker: made


if __name__ == "__main__":
    import orders

    orders.work()
