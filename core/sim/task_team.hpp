#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
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
/// Which thread does a task is left to chance, but for task 0, which is the caller's; so tasks of a round
/// must not touch each other's data.
class TaskTeam {
  public:
    /// At least 1 thread: with 1 the caller does everything itself. Where the system refuses threads, the
    /// team has fewer.
    explicit TaskTeam(unsigned threads);
    ~TaskTeam();
    TaskTeam(const TaskTeam&) = delete;
    TaskTeam& operator=(const TaskTeam&) = delete;

    /// Does task(0) ... task(tasks - 1) and returns when all are done. If one throws, those not yet begun are
    /// left out, and what it threw is thrown here; if several do, that of one of them.
    void run(std::size_t tasks, const std::function<void(std::size_t)>& task);

    /// Threads at work in a round, the caller included.
    [[nodiscard]] std::size_t threads() const { return others_.size() + 1; }

  private:
    void work_round_after_round();
    static void look_out(std::unique_lock<std::mutex>& lock, const std::atomic<bool>& sign);
    void work(std::unique_lock<std::mutex>& lock);
    [[nodiscard]] std::exception_ptr failure_of(std::size_t task) const;

    std::mutex mutex_;
    std::condition_variable round_begins_;
    std::condition_variable round_ends_;
    // Under the mutex:
    const std::function<void(std::size_t)>* task_ = nullptr;
    std::size_t next_ = 0;
    std::size_t tasks_ = 0;
    std::size_t running_ = 0;
    bool closing_ = false;
    std::exception_ptr failure_;
    // Changed under the mutex, looked at without it:
    std::atomic<bool> round_is_on_ = false;  ///< there are tasks that nobody has taken, or the team closes
    std::atomic<bool> round_is_over_ = true;
    // Last, so that all it uses exists.
    std::vector<std::thread> others_;
};

}  // namespace firn::sim
