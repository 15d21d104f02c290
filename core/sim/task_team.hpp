#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace firn::sim {

/// Threads that share the tasks of one round after another; the caller is one of them.
///
///     TaskTeam team{2};
///     team.run(sizes.size(), [&](std::size_t i) { sizes[i].take(files); });
///
/// Which thread does a task is left to chance, so tasks of a round must not touch each other's data. A task
/// must not throw.
class TaskTeam {
  public:
    /// At least 1 thread: with 1 the caller does everything itself.
    explicit TaskTeam(unsigned threads);
    ~TaskTeam();
    TaskTeam(const TaskTeam&) = delete;
    TaskTeam& operator=(const TaskTeam&) = delete;

    /// Does task(0) ... task(tasks - 1) and returns when all are done.
    void run(std::size_t tasks, const std::function<void(std::size_t)>& task);

  private:
    void work_round_after_round();
    void work(std::unique_lock<std::mutex>& lock);

    std::mutex mutex_;
    std::condition_variable round_begins_;
    std::condition_variable round_ends_;
    // Under the mutex:
    const std::function<void(std::size_t)>* task_ = nullptr;
    std::size_t next_ = 0;
    std::size_t tasks_ = 0;
    std::size_t running_ = 0;
    bool closing_ = false;
    // Last, so that all it uses exists.
    std::vector<std::thread> others_;
};

}  // namespace firn::sim
