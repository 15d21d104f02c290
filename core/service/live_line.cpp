#include "core/service/live_line.hpp"

#include <utility>

namespace firn::service {

LiveLine::LiveLine(FileStream files) : files_{std::move(files)} {
    read_page();
    first_ = coming_;
    first_end_ = coming_end_;
}

void LiveLine::read_page() {
    std::vector<File> page;
    if (!spare_pages_.empty()) {
        page = std::move(spare_pages_.back());
        spare_pages_.pop_back();
    }
    static_cast<void>(files_.read(page));
    coming_ = page.data();
    coming_end_ = coming_ + page.size();
    pages_.push_back(std::move(page));
}

/// All of the first page have been taken, so they have arrived, and the page behind it was read.
void LiveLine::leave_page() {
    spare_pages_.push_back(std::move(pages_.front()));
    pages_.pop_front();
    first_ = pages_.front().data();
    first_end_ = first_ + pages_.front().size();
}

std::optional<File> LiveLine::take_first_returned() {
    if (returned_.empty()) return std::nullopt;
    const File first = returned_.front().file;
    returned_.pop_front();
    return first;
}

}  // namespace firn::service
