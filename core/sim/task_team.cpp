#include "core/sim/task_team.hpp"

namespace firn::sim {

TaskTeam::TaskTeam(unsigned threads) {
    for (unsigned i = 1; i < threads; ++i) {
        others_.emplace_back([this] { work_round_after_round(); });
    }
}

TaskTeam::~TaskTeam() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
    }
    round_begins_.notify_all();
    for (std::thread& other : others_) {
        other.join();
    }
}

void TaskTeam::run(std::size_t tasks, const std::function<void(std::size_t)>& task) {
    std::unique_lock lock{mutex_};
    task_ = &task;
    next_ = 0;
    tasks_ = tasks;
    if (tasks > 1) round_begins_.notify_all();
    work(lock);
    round_ends_.wait(lock, [this] { return running_ == 0; });
}

void TaskTeam::work_round_after_round() {
    std::unique_lock lock{mutex_};
    while (true) {
        round_begins_.wait(lock, [this] { return closing_ || next_ < tasks_; });
        if (closing_) return;
        work(lock);
    }
}

void TaskTeam::work(std::unique_lock<std::mutex>& lock) {
    while (next_ < tasks_) {
        const std::size_t mine = next_++;
        ++running_;
        lock.unlock();
        (*task_)(mine);
        lock.lock();
        if (--running_ == 0 && next_ == tasks_) round_ends_.notify_one();
    }
}

}  // namespace firn::sim
