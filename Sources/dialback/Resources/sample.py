"""A small coffee bar, to look at with a debugger: `dialback demo` runs it."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field

GREEN, YELLOW, BOLD, PLAIN = "\x1b[32m", "\x1b[33m", "\x1b[1m", "\x1b[0m"

MENU = {
    "espresso": {"price": 2.20, "beans": 9, "milk": 0},
    "cappuccino": {"price": 3.40, "beans": 9, "milk": 120},
    "café au lait": {"price": 3.60, "beans": 8, "milk": 180},
    "抹茶ラテ": {"price": 4.10, "beans": 0, "milk": 200},
}


@dataclass
class Order:
    """What one guest wants."""

    guest: str
    drinks: list[str]
    paid: bool = False


@dataclass
class Stock:
    """What the bar has left: grams of beans, millilitres of milk."""

    beans: int = 30
    milk: int = 600
    log: list[tuple] = field(default_factory=list)

    def take(self, drink):
        """Uses up what the drink needs; False when there is not enough."""
        need = MENU[drink]
        if need["beans"] > self.beans or need["milk"] > self.milk:
            print(f"out of stock for {drink}: {self.beans} g beans, {self.milk} ml milk", file=sys.stderr)
            return False
        self.beans -= need["beans"]
        self.milk -= need["milk"]
        self.log.append((drink, self.beans, self.milk))
        return True


def serve(order, stock):
    """Makes the drinks of one order; the sum to pay."""
    bill = 0.0
    for drink in order.drinks:
        if stock.take(drink):
            bill += MENU[drink]["price"]  # demo: breakpoint
            print(f"  {GREEN}✔{PLAIN} {drink} for {order.guest}")
        else:
            print(f"  {YELLOW}✘ no {drink} for {order.guest}{PLAIN}")
    order.paid = bill > 0
    return round(bill, 2)


def main():
    stock = Stock()
    orders = [
        Order("Ada", ["espresso", "cappuccino"]),
        Order("Grace", ["café au lait", "抹茶ラテ"]),
        Order("Edsger", ["espresso", "espresso"]),
    ]
    takings = {}
    for number, order in enumerate(orders, start=1):
        print(f"{BOLD}order {number}{PLAIN}: {', '.join(order.drinks)}")
        takings[order.guest] = serve(order, stock)
        time.sleep(0.1)
    total = sum(takings.values())  # demo: breakpoint
    print(f"{BOLD}takings: {total:.2f}{PLAIN}")


if __name__ == "__main__":
    main()
