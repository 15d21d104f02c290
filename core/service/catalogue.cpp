#include "core/service/catalogue.hpp"

#include "core/units/rational.hpp"

#include <algorithm>
#include <cassert>

namespace firn::service {

std::uint64_t Catalogue::add(ArchiveRecord record, const ArchiveContent& content) {
    record.first_file = numbered_files_;
    record.is_one_file =
        record.live_files == 1 && content == ArchiveContent::of_one_file(record.bytes) ? 1 : 0;
    numbered_files_ += record.live_files;
    archives_ += 1;
    live_files_ += record.live_files;
    bytes_ += record.bytes;
    live_ += content.live;
    dead_ += content.raw - content.live;
    records_.push_back(record);
    const std::uint64_t number = end_number() - 1;
    if (record.is_one_file == 0)
        contents_[number] = {content.raw, content.raw - content.live, content.representative};
    while (marks_.end_number() * kFilesPerMark < numbered_files_) {
        marks_.push_back(number);
    }
    return number;
}

ArchiveRecord* Catalogue::find(std::uint64_t number) {
    if (number < begin_number() || number >= end_number()) return nullptr;
    ArchiveRecord& record = records_[number];
    return record.live_files == 0 ? nullptr : &record;
}

const ArchiveRecord* Catalogue::find(std::uint64_t number) const {
    if (number < begin_number() || number >= end_number()) return nullptr;
    const ArchiveRecord& record = records_[number];
    return record.live_files == 0 ? nullptr : &record;
}

ArchiveContent Catalogue::content_of(std::uint64_t number) const {
    const ArchiveRecord& record = records_[number];
    if (record.is_one_file != 0) return ArchiveContent::of_one_file(record.bytes);
    const Content content = contents_.at(number);
    return {content.raw, content.raw - content.dead, content.representative};
}

Bytes Catalogue::raw_of(std::uint64_t number) const {
    const ArchiveRecord& record = records_[number];
    return record.is_one_file != 0 ? record.bytes : contents_.at(number).raw;
}

FilePlace Catalogue::representative_of(std::uint64_t number) const {
    const ArchiveRecord& record = records_[number];
    return record.is_one_file != 0 ? FilePlace{Bytes{0}, record.bytes} : contents_.at(number).representative;
}

void Catalogue::let_die(std::uint64_t number, std::uint32_t files, Bytes bytes) {
    ArchiveRecord& record = records_[number];
    assert(files < record.live_files && bytes <= content_of(number).live);
    record.live_files -= files;
    contents_[number].dead += bytes;
    live_files_ -= files;
    live_ -= bytes;
    dead_ += bytes;
}

void Catalogue::remove(std::uint64_t number) {
    ArchiveRecord& record = records_[number];
    const ArchiveContent content = content_of(number);
    archives_ -= 1;
    live_files_ -= record.live_files;
    bytes_ -= record.bytes;
    live_ -= content.live;
    dead_ -= content.raw - content.live;
    record.live_files = 0;
    forget_front();
}

void Catalogue::forget_front() {
    std::uint64_t front = begin_number();
    while (front < end_number() && records_[front].live_files == 0) {
        ++front;
    }
    records_.forget_before(front);
    contents_.forget_before(front);
    if (front < end_number()) marks_.forget_before(records_[front].first_file / kFilesPerMark);
}

std::uint64_t Catalogue::files_of(std::uint64_t number) const {
    const std::uint64_t end = number + 1 < end_number() ? records_[number + 1].first_file : numbered_files_;
    return end - records_[number].first_file;
}

std::uint64_t Catalogue::holder_of(std::uint64_t file) const {
    const std::uint64_t mark = file / kFilesPerMark;
    std::uint64_t low = std::max<std::uint64_t>(marks_[mark], begin_number());
    std::uint64_t end = mark + 1 < marks_.end_number() ? marks_[mark + 1] + 1 : end_number();
    while (end - low > 1) {
        const std::uint64_t middle = low + (end - low) / 2;
        (records_[middle].first_file <= file ? low : end) = middle;
    }
    return low;
}

std::optional<std::uint64_t> Catalogue::random_file(const random::Stream& stream, std::uint64_t n) const {
    constexpr unsigned kAttemptBits = 20;
    // Where most files are dead, counting the living ones is quicker than to go on drawing.
    constexpr std::uint64_t kMostAttempts = 64;
    if (live_files_ == 0) return std::nullopt;
    const std::uint64_t first = records_[begin_number()].first_file;
    for (std::uint64_t attempt = 0; attempt < kMostAttempts; ++attempt) {
        const std::uint64_t file =
            first + stream.below((n << kAttemptBits) + attempt, numbered_files_ - first);
        const std::uint64_t holder = holder_of(file);
        if (file - records_[holder].first_file < records_[holder].live_files) return holder;
    }
    return holder_of_living(stream.below((n << kAttemptBits) + kMostAttempts, live_files_));
}

std::uint64_t Catalogue::holder_of_living(std::uint64_t file) const {
    std::uint64_t at = begin_number();
    for (; file >= records_[at].live_files; ++at)
        file -= records_[at].live_files;
    return at;
}

}  // namespace firn::service
