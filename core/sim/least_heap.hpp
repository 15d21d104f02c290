#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace firn::sim {

/// Entries of which the least is always at hand. Of entries that are equal any may come first.
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
        std::size_t at = entries_.size();
        entries_.push_back(std::move(entry));
        Entry added = std::move(entries_.back());
        while (at != 0 && added < entries_[(at - 1) / kChildren]) {
            entries_[at] = std::move(entries_[(at - 1) / kChildren]);
            at = (at - 1) / kChildren;
        }
        entries_[at] = std::move(added);
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

    void place_from_top(Entry entry) {
        std::size_t at = 0;
        while (kChildren * at + 1 < entries_.size()) {
            const std::size_t child = least_child_of(at);
            if (!(entries_[child] < entry)) break;
            entries_[at] = std::move(entries_[child]);
            at = child;
        }
        entries_[at] = std::move(entry);
    }

    [[nodiscard]] std::size_t least_child_of(std::size_t node) const {
        const std::size_t first = kChildren * node + 1;
        const std::size_t end = std::min(first + kChildren, entries_.size());
        std::size_t least = first;
        for (std::size_t child = first + 1; child < end; ++child) {
            least = entries_[child] < entries_[least] ? child : least;
        }
        return least;
    }

    std::vector<Entry> entries_;
};

}  // namespace firn::sim
