#include "core/service/file_stream.hpp"

#include "core/service/retries.hpp"

#include <algorithm>
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
      deletion_entries_{traits.deletions},
      vanishes_{faults.vanished},
      fails_{faults.fetch_failure},
      first_number_{first_number},
      next_number_{first_number} {
    for (const Selection& selection : traits.selections) {
        selections_.emplace_back(seed, "restores/" + selection.name + "/selection");
    }
}

bool FileStream::read_block() {
    if (at_end_) return false;
    const Result<bool> more = source_(block_);
    if (!more) error_ = more.error();
    at_end_ = !more || !*more;
    if (at_end_) block_.clear();
    position_ = 0;
    return !at_end_;
}

bool FileStream::read(std::vector<File>& page) {
    page.clear();
    if (position_ == block_.files() && !read_block()) return false;
    page.resize(std::min(kFilesPerPage, block_.files() - position_));
    draw();
    for (std::size_t i = 0; i < page.size(); ++i) {
        page[i].arrival = block_.arrivals[position_ + i];
        page[i].size = block_.sizes[position_ + i];
        page[i].number = next_number_ + i;
        page[i].dying = deletion_entries_.entry_of(deletion_draws_[i]);
        page[i].vanished = vanishes_.happens(vanished_draws_[i]);
        page[i].first_attempt_fails = fails_.happens(failure_draws_[i]);
    }
    select(page);
    watch(page);
    group(page);
    next_number_ += page.size();
    position_ += page.size();
    return true;
}

/// For the next page. Of what never happens any draw will do.
void FileStream::draw() {
    if (!vanishes_.is_zero()) vanished_.fill(next_number_, vanished_draws_);
    if (!fails_.is_zero())
        fetch_failures_.fill(Retries::draw_of(next_number_, 1), failure_draws_, Retries::draw_of(1, 0));
    if (!deletion_entries_.empty()) deletions_.fill(next_number_, deletion_draws_);
}

void FileStream::select(Page page) {
    for (std::size_t s = 0; s < selections_.size(); ++s) {
        const Selection& selection = traits_->selections[s];
        if (!selection.owner) selections_[s].fill(next_number_, selection_draws_);
        for (std::size_t i = 0; i < page.size(); ++i) {
            const bool is_selected = selection.owner ? block_.owners[position_ + i] == *selection.owner
                                                     : selection.share.happens(selection_draws_[i]);
            page[i].selected |= static_cast<std::uint8_t>(is_selected ? 1U << s : 0U);
        }
    }
}

void FileStream::watch(Page page) {
    if (traits_->watched.empty()) return;
    for (std::size_t i = 0; i < page.size(); ++i) {
        const auto found = traits_->watched.find(block_.keys[position_ + i]);
        if (found != traits_->watched.end()) page[i].watched = found->second;
    }
}

std::uint64_t FileStream::expiry_group(const File& file) const {
    if (file.dying == kLivesOn || !traits_->deletions[file.dying].keep) return ~std::uint64_t{0};
    const Duration expires = file.arrival + *traits_->deletions[file.dying].keep;
    return static_cast<std::uint64_t>(expires / traits_->expiry_step);
}

void FileStream::group(Page page) {
    switch (traits_->group_by) {
        case GroupBy::arrival:
            return;
        case GroupBy::owner:
            group_by(page, block_.owners);
            return;
        case GroupBy::prefix:
            group_by(page, block_.prefixes);
            return;
        case GroupBy::expiry:
            for (File& file : page) {
                file.group = expiry_group(file);
            }
            return;
    }
}

void FileStream::group_by(Page page, const std::vector<std::uint64_t>& groups) {
    for (std::size_t i = 0; i < page.size(); ++i) {
        page[i].group = groups[position_ + i];
    }
}

}  // namespace firn::service
