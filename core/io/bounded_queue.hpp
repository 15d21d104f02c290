#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace firn::io {

/// Hands values from threads that make them to one that takes them, in the order in which they were given.
/// Who is faster waits, so that no more than a few values lie in between.
template <class T>
class BoundedQueue {
  public:
    /// Holds at most `most` values.
    explicit BoundedQueue(std::size_t most) : most_{most} {}

    /// From now on it holds at most `most` values. Only while no other thread knows the queue.
    void set_most(std::size_t most) { most_ = most; }

    /// Waits for room. False when nobody takes values any more: the giver may stop.
    bool push(T value) {
        std::unique_lock lock{mutex_};
        room_.wait(lock, [this] { return values_.size() < most_ || closed_; });
        if (closed_) return false;
        values_.push_back(std::move(value));
        lock.unlock();
        filled_.notify_one();
        return true;
    }

    /// Does not wait; false when there is no room.
    bool try_push(T value) {
        {
            const std::lock_guard lock{mutex_};
            if (values_.size() >= most_ || closed_) return false;
            values_.push_back(std::move(value));
        }
        filled_.notify_one();
        return true;
    }

    /// Waits for a value; nothing once the queue is closed and empty.
    std::optional<T> pop() {
        std::unique_lock lock{mutex_};
        filled_.wait(lock, [this] { return !values_.empty() || closed_; });
        if (values_.empty()) return std::nullopt;
        std::optional<T> value{std::move(values_.front())};
        values_.pop_front();
        lock.unlock();
        room_.notify_one();
        return value;
    }

    /// Does not wait; nothing when there is none.
    std::optional<T> try_pop() {
        const std::lock_guard lock{mutex_};
        if (values_.empty()) return std::nullopt;
        std::optional<T> value{std::move(values_.front())};
        values_.pop_front();
        return value;
    }

    /// From either side: no more values are taken in.
    void close() {
        {
            const std::lock_guard lock{mutex_};
            closed_ = true;
        }
        room_.notify_all();
        filled_.notify_all();
    }

  private:
    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable filled_;
    std::deque<T> values_;
    bool closed_ = false;
};

}  // namespace firn::io
