#include "core/service/file_stream.hpp"

#include <string>
#include <utility>

namespace firn::service {

FileStream::FileStream(workload::FileSource source, const FileTraits& traits, const Faults& faults,
                       std::uint64_t seed, std::uint64_t first_number)
    : source_{std::move(source)},
      traits_{&traits},
      vanished_{seed, "backup/vanished"},
      fetch_failures_{seed, "backup/fetch-failures"},
      deletions_{seed, "deletions/entries"},
      vanishes_{faults.vanished},
      fails_{faults.fetch_failure},
      first_number_{first_number},
      next_number_{first_number} {
    for (const Selection& selection : traits.selections) {
        selections_.emplace_back(seed, "restores/" + selection.name + "/selection");
    }
}

bool FileStream::read() {
    if (at_end_) return false;
    const Result<bool> more = source_(block_);
    if (!more) error_ = more.error();
    at_end_ = !more || !*more;
    if (at_end_) return false;
    take_block();
    return true;
}

void FileStream::take_block() {
    files_.assign(block_.files(), File{});
    position_ = 0;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        files_[i].arrival = block_.arrivals[i];
        files_[i].size = block_.sizes[i];
        files_[i].number = next_number_ + i;
    }
    draws_.resize(files_.size());
    draw_faults(next_number_);
    choose_deletions(next_number_);
    next_number_ += block_.files();
    select();
    watch();
    group();
}

void FileStream::draw_faults(std::uint64_t first) {
    if (!vanishes_.is_zero()) {
        vanished_.fill(first, draws_);
        for (std::size_t i = 0; i < files_.size(); ++i)
            files_[i].vanished = vanishes_.happens(draws_[i]);
    }
    if (!fails_.is_zero()) {
        for (File& file : files_) {
            file.first_attempt_fails = fails_.happens(fetch_failures_.at(file.number * 64 + 1));
        }
    }
}

std::uint8_t deletion_entry(const std::vector<Deletions>& deletions, std::uint64_t random_bits) {
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < deletions.size(); ++i) {
        below += deletions[i].share.parts();
        if ((random_bits >> 32U) < below) return static_cast<std::uint8_t>(i);
    }
    return kLivesOn;
}

void FileStream::choose_deletions(std::uint64_t first) {
    if (traits_->deletions.empty()) return;
    deletions_.fill(first, draws_);
    for (std::size_t i = 0; i < files_.size(); ++i)
        files_[i].dying = deletion_entry(traits_->deletions, draws_[i]);
}

void FileStream::select() {
    for (std::size_t s = 0; s < selections_.size(); ++s) {
        const Selection& selection = traits_->selections[s];
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const bool is_selected = selection.owner
                                         ? block_.owners[i] == *selection.owner
                                         : selection.share.happens(selections_[s].at(files_[i].number));
            files_[i].selected |= static_cast<std::uint8_t>(is_selected ? 1U << s : 0U);
        }
    }
}

void FileStream::watch() {
    if (traits_->watched.empty()) return;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const auto found = traits_->watched.find(block_.keys[i]);
        if (found != traits_->watched.end()) files_[i].watched = found->second;
    }
}

std::uint64_t FileStream::expiry_group(const File& file) const {
    if (file.dying == kLivesOn || !traits_->deletions[file.dying].keep) return ~std::uint64_t{0};
    const Duration expires = file.arrival + *traits_->deletions[file.dying].keep;
    return static_cast<std::uint64_t>(expires / traits_->expiry_step);
}

void FileStream::group() {
    switch (traits_->group_by) {
        case GroupBy::arrival:
            return;
        case GroupBy::owner:
            group_by(block_.owners);
            return;
        case GroupBy::prefix:
            group_by(block_.prefixes);
            return;
        case GroupBy::expiry:
            for (File& file : files_) {
                file.group = expiry_group(file);
            }
            return;
    }
}

void FileStream::group_by(const std::vector<std::uint64_t>& groups) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        files_[i].group = groups[i];
    }
}

}  // namespace firn::service
