"""Commits of one row each to SQLite, to be compared with `commits` of the benchmarks on the same disk.

usage: sqlite_commits.py FOLDER [THREADS] [COMMITS]
"""
import os
import sqlite3
import sys
import threading
import time


def connect(path):
    connection = sqlite3.connect(path, timeout=600, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def main(folder, threads=1, commits=5000):
    path = os.path.join(folder, "commits.sqlite")
    connect(path).execute("CREATE TABLE edge (source INTEGER, target INTEGER)")
    taken = []

    def write():
        connection = connect(path)
        for number in range(commits // threads):
            start = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO edge VALUES (?, ?)", (number % 1000, number * 7 % 1000))
            connection.execute("COMMIT")
            taken.append(time.perf_counter() - start)

    workers = [threading.Thread(target=write) for _ in range(threads)]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seconds = time.perf_counter() - start
    taken.sort()
    print("SQLite %s, %d threads: %.0f commits/s, median %.0f µs, p99 %.0f µs" % (
        sqlite3.sqlite_version, threads, len(taken) / seconds, 1e6 * taken[len(taken) // 2], 1e6 * taken[len(taken) * 99 // 100]))


main(sys.argv[1], *map(int, sys.argv[2:]))
