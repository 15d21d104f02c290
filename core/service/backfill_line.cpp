#include "core/service/backfill_line.hpp"

#include <algorithm>
#include <utility>

namespace firn::service {

BackfillLine::BackfillLine(FileCursor files, const std::optional<Drives>& drives, std::uint64_t seed)
    : files_{std::move(files)}, drives_{drives}, deaths_{seed, "backfill/drives"} {
    if (!drives_) return;
    free_at_.assign(drives_->at_once, Duration{0});
    dead_ = drives_->dead.happens(deaths_.at(0));
    dead_drives_ = dead_ ? 1 : 0;
    mounted_at_ = Duration{0};
}

const File* BackfillLine::front(Duration now) {
    asked_at_ = now;
    const File* next = drives_ ? next_readable() : files_.peek();
    first_came_back_ = next == nullptr || (drives_ && mounted_at_ > now);
    if (!first_came_back_) return next;
    return returned_.empty() ? nullptr : &returned_.front();
}

/// The next file that lies on a drive that can be read. What lies on dead ones is lost as soon as it is met.
const File* BackfillLine::next_readable() {
    const File* file = files_.peek();
    while (file != nullptr) {
        if (!placed_) put_on_drive(*file);
        if (!dead_) return file;
        ++lost_files_;
        lost_bytes_ += file->size;
        files_.pop();
        placed_ = false;
        file = files_.peek();
    }
    mounted_at_ = Duration::max();
    return nullptr;
}

void BackfillLine::put_on_drive(const File& file) {
    placed_ = true;
    const bool is_last = drives_->count && drive_ + 1 >= *drives_->count;
    const bool fits = file.size <= drives_->each - std::min(filled_, drives_->each);
    if (filled_ > Bytes{0} && !fits && !is_last) {
        leave_drive();
    }
    filled_ += file.size;
}

/// The next drive is mounted where it can be first. A dead one is found to be so when it is mounted, and
/// makes room at once.
void BackfillLine::leave_drive() {
    const Duration left = dead_ ? mounted_at_ : last_left_;
    free_at_.erase(free_at_.begin());
    const Duration free_at = left + drives_->swap_time;
    free_at_.insert(std::upper_bound(free_at_.begin(), free_at_.end(), free_at), free_at);
    ++drive_;
    filled_ = Bytes{0};
    mounted_at_ = free_at_.front();
    dead_ = drives_->dead.happens(deaths_.at(drive_));
    dead_drives_ += dead_ ? 1 : 0;
}

void BackfillLine::pop() {
    if (first_came_back_) {
        returned_.pop_front();
    } else {
        files_.pop();
        placed_ = false;
        last_left_ = asked_at_;
    }
}

std::optional<File> BackfillLine::take_first_returned() {
    if (returned_.empty()) return std::nullopt;
    const File first = returned_.front();
    returned_.pop_front();
    return first;
}

bool BackfillLine::is_empty() {
    const File* next = drives_ ? next_readable() : files_.peek();
    return next == nullptr && returned_.empty();
}

}  // namespace firn::service
