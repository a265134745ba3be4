"""Evaluations end at their limit, on the thread that runs them, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import threading
import time
import unittest

from support import BOTH, IS_PYTHON_3, load, measured_again, on_thread

modules = load("dialback_requests", "dialback_texts", "dialback_interrupts", "dialback_evaluation")
requests, evaluation = modules["dialback_requests"], modules["dialback_evaluation"]
interrupts = modules["dialback_interrupts"]


def evaluate(work, limit):
    with evaluation.working(0):
        return evaluation.evaluate(work, "x", limit)


def timed(work, limit=0.2):
    """Returns what came of an evaluation, and the seconds that it took."""
    begun = time.time()
    return evaluate(work, limit) + (time.time() - begun,)


def loop():
    while True:
        pass


def swallow():
    """Goes through each exception that ends it."""
    end = time.time() + 20
    while time.time() < end:
        try:
            time.sleep(0.001)
        except BaseException:
            pass
    return "swallowed"


def after(seconds, action):
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()


def assert_clean(test):
    """Asserts that nothing in the process shows that values were computed."""
    test.assertEqual(requests.requests, {})
    test.assertEqual(signal.getsignal(signal.SIGALRM), signal.SIG_DFL)
    test.assertEqual(signal.getitimer(signal.ITIMER_REAL), (0.0, 0.0))


class LimitTests(unittest.TestCase):
    def test_values_are_those_of_the_thread(self):
        state = threading.local()
        for run in BOTH:

            def work():
                state.name = threading.current_thread().name
                return evaluate(lambda: (state.name, threading.current_thread().name), 1)

            ok, found = run(work)
            self.assertTrue(ok)
            self.assertEqual(found[0], found[1])
            assert_clean(self)

    def test_exceptions_are_results(self):
        for run in BOTH:
            for error in (ZeroDivisionError, SystemExit, KeyboardInterrupt, MemoryError):

                def fail():
                    raise error("why")

                ok, found = run(lambda: evaluate(fail, 1))
                self.assertIs(ok, False)
                self.assertIs(type(found), error)

    @measured_again
    def test_loops_end_at_the_limit(self):
        for run in BOTH:
            for work in (loop, lambda: [loop()], lambda: sorted([2, 1], key=lambda one: loop())):
                ok, place, seconds = run(lambda: timed(work))
                self.assertIs(ok, None)
                self.assertIn(os.path.basename(__file__).split(".")[0], place)
                self.assertTrue(0.15 < seconds < 3, seconds)
                assert_clean(self)

    @measured_again
    def test_code_that_swallows_every_exception_ends_at_the_limit_on_the_main_thread(self):
        ok, _, seconds = timed(swallow)
        self.assertIs(ok, None)
        self.assertTrue(seconds < 5, seconds)
        assert_clean(self)

    @measured_again
    def test_waiting_ends_at_the_limit_on_the_main_thread(self):
        lock = threading.Lock()
        lock.acquire()
        child = [sys.executable, "-c", "import time; time.sleep(20)"]
        works = [lambda: time.sleep(20), lambda: subprocess.call(child), threading.Event().wait]
        if IS_PYTHON_3:
            works.append(lock.acquire)
        else:
            works.pop()
        for work in works:
            ok, _, seconds = timed(lambda: work())
            self.assertIs(ok, None)
            self.assertTrue(0.15 < seconds < 3, seconds)
            assert_clean(self)

    @measured_again
    def test_waiting_in_c_gives_its_value_late_on_another_thread(self):
        ok, found, seconds = on_thread(lambda: timed(lambda: time.sleep(1) or "right"))
        self.assertEqual((ok, found), (True, "right"))
        self.assertTrue(seconds >= 1, seconds)

    @measured_again
    def test_c_code_that_looks_for_signals_ends_on_the_main_thread(self):
        ok, _, seconds = timed(lambda: 3 ** 9000000) if IS_PYTHON_3 else (None, None, 0.2)
        self.assertIs(ok, None)
        self.assertTrue(seconds < 5, seconds)

    @measured_again
    def test_without_a_limit_it_ends_when_it_is_given_up(self):
        for run in BOTH:
            after(0.3, requests.give_up_all)
            ok, _, seconds = run(lambda: timed(loop, None))
            self.assertIs(ok, None)
            self.assertTrue(0.2 < seconds < 3, seconds)

    @measured_again
    def test_an_order_to_run_leaves_the_value_a_moment(self):
        for run in BOTH:
            after(0.3, lambda: [requests.resume(one) for one in list(requests.requests.values())])
            ok, _, seconds = run(lambda: timed(loop, None))
            self.assertIs(ok, None)
            self.assertTrue(0.4 < seconds < 3, seconds)

    @measured_again
    def test_it_ends_when_the_front_end_is_gone(self):
        connected = evaluation.host.is_connected
        try:
            for run in BOTH:
                evaluation.host.is_connected = lambda: False
                ok, _, seconds = run(lambda: timed(loop, None))
                self.assertIs(ok, None)
                self.assertTrue(seconds < 2, seconds)
        finally:
            evaluation.host.is_connected = connected

    @measured_again
    def test_a_nested_evaluation_is_part_of_the_outer_one(self):
        for run in BOTH:
            ok, _, seconds = run(lambda: timed(lambda: evaluate(loop, 60)))
            self.assertIs(ok, None)
            self.assertTrue(seconds < 3, seconds)


class LateTests(unittest.TestCase):
    def test_nothing_arrives_after_the_end(self):
        """Each evaluation takes about as long as its limit: an interruption that came late would end this test."""

        def work():
            ends = [0, 0]
            for number in range(150):
                end = time.time() + 0.01 + 0.0002 * (number % 20)

                def until():
                    while time.time() < end:
                        pass

                ends[evaluate(until, 0.011)[0] is None] += 1
                for _ in range(2000):
                    pass
            time.sleep(0.1)
            return ends

        for run in BOTH:
            self.assertEqual(sum(run(work)), 150)
            assert_clean(self)

    def test_an_interruption_waits_for_the_end_of_a_with_statement(self):
        """It may land where the code that it ends has nothing to put right, or where that code stands still."""
        lock = threading.RLock()

        def ask(times):
            request = requests.Request(0, 0)
            request.frame, request.end = sys._getframe(2), 1.0
            return [interrupts.may_interrupt(request, sys._getframe(1)) for _ in range(times)]

        def plain():
            return ask(1)

        def protected(times):
            with lock:
                return ask(times)

        def tried(times):
            try:
                return ask(times)
            finally:
                pass

        self.assertEqual(plain(), [True])
        for function in (protected, tried):
            self.assertEqual(function(1), [False])
            self.assertEqual(function(2), [False, True])


class SignalTests(unittest.TestCase):
    def test_a_handler_of_the_program_stays_and_runs(self):
        heard = []
        signal.signal(signal.SIGALRM, lambda number, frame: heard.append(number))
        signal.setitimer(signal.ITIMER_REAL, 30)
        try:
            self.assertIs(timed(loop)[0], None)
            self.assertEqual(heard, [])
            self.assertTrue(20 < signal.getitimer(signal.ITIMER_REAL)[0] < 30)
            signal.setitimer(signal.ITIMER_REAL, 0.01)
            time.sleep(0.5)
            self.assertEqual(heard, [signal.SIGALRM])
        finally:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
        self.assertIs(timed(loop)[0], None)
        assert_clean(self)

    @unittest.skipUnless(hasattr(signal, "pthread_sigmask"), "Python 2 cannot block signals")
    def test_a_blocked_signal_is_not_used(self):
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        try:
            self.assertIs(timed(loop)[0], None)
            self.assertNotIn(signal.SIGALRM, signal.sigpending())
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGALRM])
        assert_clean(self)

    @unittest.skipUnless(IS_PYTHON_3, "Python 2 has no faulthandler")
    def test_a_handler_of_c_code_stays(self):
        import faulthandler

        with open(os.devnull, "w") as sink:
            faulthandler.register(signal.SIGALRM, file=sink)
            try:
                interrupts.chosen.number = None
                self.assertIs(timed(loop)[0], None)
                self.assertNotEqual(interrupts.chosen.number, signal.SIGALRM)
                os.kill(os.getpid(), signal.SIGALRM)
            finally:
                faulthandler.unregister(signal.SIGALRM)
                interrupts.chosen.number = None


class ProcessTests(unittest.TestCase):
    def test_a_forked_process_has_limits_too(self):
        evaluate(lambda: 1, 1)
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                signal.alarm(0)
                results = [timed(loop)[0], on_thread(lambda: timed(loop)[0])]
                status = 0 if results == [None, None] else 2
            finally:
                os._exit(status)
        end = time.time() + 20
        while time.time() < end:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                self.assertEqual(status, 0)
                return
            time.sleep(0.05)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        self.fail("the forked process hangs")


if __name__ == "__main__":
    unittest.main()
