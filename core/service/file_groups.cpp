#include "core/service/file_groups.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

std::uint64_t FileGroups::add(const FileGroup& group) {
    if (unused_.empty()) {
        unused_.push_back(groups_.size());
        groups_.emplace_back();
    }
    const std::uint64_t number = unused_.back();
    unused_.pop_back();
    groups_[number] = group;
    if (is_by_archive_) by_archive_[group.archive].push_back(number);
    return number;
}

void FileGroups::release(std::uint64_t number) {
    unused_.push_back(number);
    const auto list = by_archive_.find(groups_[number].archive);
    if (list == by_archive_.end()) return;
    std::vector<std::uint64_t>& numbers = list->second;
    numbers.erase(std::remove(numbers.begin(), numbers.end(), number), numbers.end());
    if (numbers.empty()) by_archive_.erase(list);
}

const std::vector<std::uint64_t>& FileGroups::of(std::uint64_t archive) const {
    static const std::vector<std::uint64_t> kNone;
    const auto list = by_archive_.find(archive);
    return list == by_archive_.end() ? kNone : list->second;
}

void FileGroups::move(std::uint64_t from, std::uint64_t to) {
    const auto list = by_archive_.find(from);
    if (list == by_archive_.end()) return;
    const std::vector<std::uint64_t> moved = std::move(list->second);
    by_archive_.erase(list);
    for (const std::uint64_t number : moved)
        groups_[number].archive = to;
    std::vector<std::uint64_t>& there = by_archive_[to];
    there.insert(there.end(), moved.begin(), moved.end());
}

}  // namespace firn::service
