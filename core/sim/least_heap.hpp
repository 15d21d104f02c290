#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace firn::sim {

/// Entries of which the least is always at hand. Of entries that are equal any may come first. Entries are
/// plain values with a default.
///
/// A heap with four children a node in one vector: half as deep as a binary one, and the children of a node
/// lie beside each other. Adding and taking cost O(log n), and no allocation but the vector's growth.
template <class Entry>
class LeastHeap {
  public:
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    /// There must be one.
    [[nodiscard]] const Entry& least() const { return entries_.front(); }

    void add(Entry entry) {
        entries_.emplace_back();
        rise(entries_.size() - 1, std::move(entry));
    }

    /// Takes the least away; there must be one.
    Entry take_least() {
        Entry least = std::move(entries_.front());
        Entry last = std::move(entries_.back());
        entries_.pop_back();
        if (!entries_.empty()) place_from_top(std::move(last));
        return least;
    }

    /// All entries, in no particular order; they are taken away.
    [[nodiscard]] std::vector<Entry> take_all() { return std::exchange(entries_, {}); }

  private:
    static constexpr std::size_t kChildren = 4;

    /// The last entry mostly belongs far down: the way down goes to the end without a look at it, then it
    /// rises.
    void place_from_top(Entry entry) {
        std::size_t at = 0;
        while (kChildren * at + kChildren < entries_.size()) {
            const std::size_t child = least_of_four(kChildren * at + 1);
            entries_[at] = std::move(entries_[child]);
            at = child;
        }
        if (kChildren * at + 1 < entries_.size()) {
            const std::size_t child = least_of_last(kChildren * at + 1);
            entries_[at] = std::move(entries_[child]);
            at = child;
        }
        rise(at, std::move(entry));
    }

    /// The entry goes to this free place or to one above it.
    void rise(std::size_t at, Entry entry) {
        while (at != 0 && entry < entries_[(at - 1) / kChildren]) {
            entries_[at] = std::move(entries_[(at - 1) / kChildren]);
            at = (at - 1) / kChildren;
        }
        entries_[at] = std::move(entry);
    }

    /// Without a branch that nobody could guess.
    [[nodiscard]] std::size_t least_of_four(std::size_t first) const {
        const Entry* entries = entries_.data();
        const std::size_t left = first + (entries[first + 1] < entries[first] ? 1U : 0U);
        const std::size_t right = first + 2 + (entries[first + 3] < entries[first + 2] ? 1U : 0U);
        const std::size_t right_is_less = entries[right] < entries[left] ? 1U : 0U;
        return left + (right - left) * right_is_less;
    }

    [[nodiscard]] std::size_t least_of_last(std::size_t first) const {
        const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(first);
        return static_cast<std::size_t>(std::min_element(begin, entries_.end()) - entries_.begin());
    }

    std::vector<Entry> entries_;
};

}  // namespace firn::sim
