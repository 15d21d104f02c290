#pragma once

#include "core/service/file.hpp"
#include "core/service/file_stream.hpp"
#include "core/sim/ring.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace firn::service {

/// Live files: those that will arrive, those that have arrived and wait for a fetcher, first come first
/// served, and those that come back for another attempt.
///
/// A file waits where it was read: the line of those that have just arrived is a stretch of the stream's
/// pages, from the first that nobody has taken to the next that arrives.
class LiveLine {
  public:
    /// Reads the first page.
    explicit LiveLine(FileStream files);
    // It points into its own pages, which move with it.
    LiveLine(const LiveLine&) = delete;
    LiveLine& operator=(const LiveLine&) = delete;
    LiveLine(LiveLine&&) = default;
    LiveLine& operator=(LiveLine&&) = default;
    ~LiveLine() = default;

    /// The file that arrives next; nullptr at the end, and after an error.
    [[nodiscard]] const File* next_arrival() const { return coming_ == coming_end_ ? nullptr : coming_; }
    /// It joins the line.
    void arrive() {
        ++arrived_;
        if (++coming_ == coming_end_) read_page();
    }
    /// Whether the file that arrives next is the first of a page.
    [[nodiscard]] bool at_page_begin() const { return coming_ == pages_.back().data(); }
    [[nodiscard]] const std::optional<Diagnostics>& error() const { return files_.error(); }
    /// Files that have arrived, and those that are known already to come.
    [[nodiscard]] std::uint64_t files_read() const { return files_.files_read(); }

    [[nodiscard]] bool empty() const { return taken_ == arrived_ && returned_.empty(); }
    [[nodiscard]] std::size_t size() const { return arrived_ - taken_ + returned_.size(); }

    /// There must be one.
    [[nodiscard]] const File& front() const {
        return returned_goes_first() ? returned_.front().file : *first_;
    }
    void pop_front() {
        if (returned_goes_first()) {
            returned_.pop_front();
        } else {
            ++taken_;
            if (++first_ == first_end_) leave_page();
        }
    }

    /// After a failed attempt, when its pause has ended.
    void rejoin(const File& file) { returned_.push_back({file, arrived_}); }
    /// Takes away the first of those that came back, wherever it stands; none: nobody did.
    [[nodiscard]] std::optional<File> take_first_returned();

  private:
    struct Returned {
        File file;
        std::uint64_t behind = 0;  ///< so many had arrived before it
    };

    [[nodiscard]] bool returned_goes_first() const {
        return !returned_.empty() && returned_.front().behind <= taken_;
    }
    void read_page();
    void leave_page();

    FileStream files_;
    /// From that of the first in line to the last that was read; it is empty at the end of the stream.
    std::deque<std::vector<File>> pages_;
    std::vector<std::vector<File>> spare_pages_;
    const File* first_ = nullptr;
    const File* first_end_ = nullptr;
    const File* coming_ = nullptr;
    const File* coming_end_ = nullptr;
    std::uint64_t arrived_ = 0;
    std::uint64_t taken_ = 0;
    sim::Ring<Returned> returned_;
};

}  // namespace firn::service
