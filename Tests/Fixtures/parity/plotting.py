"""A pool of threads that work while a plotting library is brought in."""

from concurrent.futures import ThreadPoolExecutor


def double(number):
    return number * 2  # marker: double


with ThreadPoolExecutor(2) as pool:
    from matplotlib import pyplot

    print(sum(pool.map(double, range(2))), pyplot.__name__)
