#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace firn::sim {

/// A line: first in, first out. It grows by doubling, and then allocates nothing more.
template <class T>
class Ring {
  public:
    [[nodiscard]] bool empty() const { return begin_ == end_; }
    [[nodiscard]] std::size_t size() const { return end_ - begin_; }

    /// There must be one.
    [[nodiscard]] T& front() { return items_[begin_ & mask()]; }
    [[nodiscard]] const T& front() const { return items_[begin_ & mask()]; }
    void pop_front() { ++begin_; }
    /// The one that is so many places behind the front.
    [[nodiscard]] T& at(std::size_t place) { return items_[(begin_ + place) & mask()]; }

    void push_back(T item) {
        if (size() == items_.size()) grow();
        items_[end_++ & mask()] = std::move(item);
    }

  private:
    [[nodiscard]] std::size_t mask() const { return items_.size() - 1; }

    void grow() {
        std::vector<T> larger(items_.size() * 2);
        const std::size_t count = size();
        for (std::size_t i = 0; i < count; ++i) {
            larger[i] = std::move(items_[(begin_ + i) & mask()]);
        }
        items_ = std::move(larger);
        begin_ = 0;
        end_ = count;
    }

    std::vector<T> items_ = std::vector<T>(16);
    /// Counted on and on; their places are what is left modulo the size.
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace firn::sim
