"""Calls whose function goes by another name, and calls that are made later."""


def double(number):
    return number * 2  # marker: double-first


class Scale:
    def __call__(self, number):
        return number * 3  # marker: call-first


def decorated(function):
    def wrapper(number):
        return function(number)  # marker: wrapper-first

    return wrapper


@decorated
def half(number):
    return number // 2


class Shop:
    measure = Scale()

    @property
    def tool(self):
        return self


scale = Scale()
shop = Shop()
twice = lambda number: number * 2  # marker: lambda-first


def work():
    one = scale(double(1))  # marker: object
    two = double(half(4))  # marker: decorated
    three = double(1) + shop.tool.measure(3)  # marker: property
    four = twice(double(3))  # marker: lambda
    lazy = (double(number) for number in [1, 2])  # marker: lazy
    return [one, two, three, four] + list(lazy)  # marker: return


if __name__ == "__main__":
    print("all of them", work())
