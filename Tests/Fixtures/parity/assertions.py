"""A test case whose assertion fails, run by unittest."""
import unittest


class SumTest(unittest.TestCase):
    def test_sum(self):
        self.assertEqual(1 + 1, 3)  # marker: fails

    def test_plain(self):
        assert sum([1, 1]) == 3  # marker: plain


if __name__ == "__main__":
    unittest.main(exit=False)
