#include "core/sim/task_team.hpp"

#include <system_error>
#include <utility>

namespace firn::sim {
namespace {

/// Looks of a thread for something to do before it sleeps: about a millisecond.
constexpr int kLooks = 2000;

}  // namespace

TaskTeam::TaskTeam(unsigned threads) {
    others_.reserve(threads);
    try {
        for (unsigned i = 1; i < threads; ++i) {
            others_.emplace_back([this] { work_round_after_round(); });
        }
    } catch (const std::system_error&) {
        // The system gives no more threads: those that there are do it all.
        return;
    }
}

TaskTeam::~TaskTeam() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
        round_is_on_ = true;
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
    round_is_over_ = false;
    round_is_on_ = true;
    if (tasks > 1) round_begins_.notify_all();
    work(lock);
    look_out(lock, round_is_over_);
    round_ends_.wait(lock, [this] { return running_ == 0; });
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

/// Rounds follow each other closely, and a thread that sleeps in between may wake up beside the other one on
/// the same processor. So it looks out for a while before it sleeps, and gives way to whoever has work.
void TaskTeam::look_out(std::unique_lock<std::mutex>& lock, const std::atomic<bool>& sign) {
    lock.unlock();
    for (int i = 0; i < kLooks && !sign; ++i) {
        std::this_thread::yield();
    }
    lock.lock();
}

void TaskTeam::work_round_after_round() {
    std::unique_lock lock{mutex_};
    while (true) {
        look_out(lock, round_is_on_);
        round_begins_.wait(lock, [this] { return closing_ || next_ < tasks_; });
        if (closing_) return;
        work(lock);
    }
}

std::exception_ptr TaskTeam::failure_of(std::size_t task) const {
    try {
        (*task_)(task);
        return nullptr;
    } catch (...) {
        return std::current_exception();
    }
}

void TaskTeam::work(std::unique_lock<std::mutex>& lock) {
    while (next_ < tasks_) {
        const std::size_t mine = next_++;
        ++running_;
        lock.unlock();
        std::exception_ptr failure = failure_of(mine);
        lock.lock();
        if (failure) {
            failure_ = std::move(failure);
            next_ = tasks_;
        }
        if (--running_ == 0 && next_ == tasks_) {
            round_is_over_ = true;
            round_ends_.notify_one();
        }
    }
    round_is_on_ = closing_;
}

}  // namespace firn::sim
