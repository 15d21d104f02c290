#include "core/service/catalogue.hpp"

#include "core/units/rational.hpp"

#include <algorithm>
#include <cassert>

namespace firn::service {

std::uint64_t Catalogue::add(ArchiveRecord record) {
    record.first_file = numbered_files_;
    numbered_files_ += record.live_files;
    archives_ += 1;
    live_files_ += record.live_files;
    bytes_ += record.bytes;
    live_ += record.live;
    dead_ += record.raw - record.live;
    records_.push_back(record);
    return end_number() - 1;
}

ArchiveRecord* Catalogue::find(std::uint64_t number) {
    if (number < begin_number() || number >= end_number()) return nullptr;
    ArchiveRecord& record = records_[number - base_];
    return record.live_files == 0 ? nullptr : &record;
}

const ArchiveRecord* Catalogue::find(std::uint64_t number) const {
    if (number < begin_number() || number >= end_number()) return nullptr;
    const ArchiveRecord& record = records_[number - base_];
    return record.live_files == 0 ? nullptr : &record;
}

void Catalogue::let_die(ArchiveRecord& record, std::uint32_t files, Bytes bytes) {
    assert(files < record.live_files && bytes <= record.live);
    record.live_files -= files;
    record.live -= bytes;
    live_files_ -= files;
    live_ -= bytes;
    dead_ += bytes;
}

void Catalogue::remove(ArchiveRecord& record) {
    archives_ -= 1;
    live_files_ -= record.live_files;
    bytes_ -= record.bytes;
    live_ -= record.live;
    dead_ -= record.raw - record.live;
    record.live_files = 0;
    record.live = Bytes{};
    forget_front();
}

void Catalogue::forget_front() {
    constexpr std::size_t kFew = 1024;
    while (front_ < records_.size() && records_[front_].live_files == 0) {
        ++front_;
    }
    if (front_ < kFew || front_ < records_.size() / 2) return;
    records_.erase(records_.begin(), records_.begin() + static_cast<std::ptrdiff_t>(front_));
    base_ += front_;
    front_ = 0;
}

std::uint64_t Catalogue::files_of(std::uint64_t number) const {
    const std::size_t at = number - base_;
    const std::uint64_t end = at + 1 < records_.size() ? records_[at + 1].first_file : numbered_files_;
    return end - records_[at].first_file;
}

// Archives have about as many files each: where a file would lie if all had the same is near.
std::size_t Catalogue::holder_of(std::uint64_t file) const {
    const std::uint64_t first = records_[front_].first_file;
    const std::size_t count = records_.size() - front_;
    std::size_t low = front_ + static_cast<std::size_t>(static_cast<UInt128>(file - first) * count /
                                                        (numbered_files_ - first));
    std::size_t high = low + 1;
    for (std::size_t step = 1; records_[low].first_file > file; step *= 2) {
        high = low;
        low -= std::min(step, low - front_);
    }
    for (std::size_t step = 1; high < records_.size() && records_[high].first_file <= file; step *= 2) {
        low = high;
        high += std::min(step, records_.size() - high);
    }
    const auto begin = records_.begin();
    const auto above = std::upper_bound(
        begin + static_cast<std::ptrdiff_t>(low), begin + static_cast<std::ptrdiff_t>(high), file,
        [](std::uint64_t number, const ArchiveRecord& record) { return number < record.first_file; });
    return static_cast<std::size_t>(above - begin) - 1;
}

std::optional<std::uint64_t> Catalogue::random_file(const random::Stream& stream, std::uint64_t n) const {
    constexpr unsigned kAttemptBits = 20;
    // Where most files are dead, counting the living ones is quicker than to go on drawing.
    constexpr std::uint64_t kMostAttempts = 64;
    if (live_files_ == 0) return std::nullopt;
    const std::uint64_t first = records_[front_].first_file;
    for (std::uint64_t attempt = 0; attempt < kMostAttempts; ++attempt) {
        const std::uint64_t file =
            first + stream.below((n << kAttemptBits) + attempt, numbered_files_ - first);
        const std::size_t at = holder_of(file);
        if (file - records_[at].first_file < records_[at].live_files) return base_ + at;
    }
    return base_ + holder_of_living(stream.below((n << kAttemptBits) + kMostAttempts, live_files_));
}

std::size_t Catalogue::holder_of_living(std::uint64_t file) const {
    std::size_t at = front_;
    for (; file >= records_[at].live_files; ++at)
        file -= records_[at].live_files;
    return at;
}

}  // namespace firn::service
