#pragma once

#include "core/sim/event_queue.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace firn::sim {

/// An event queue for events of which many are known hours or months before: those lie on a page of their
/// hour in no order, and are put in order when the first of them is taken. What a push or a pop costs depends
/// on how much happens within an hour, not on how much is to come.
template <class Event>
class Agenda {
  public:
    /// As EventQueue::push().
    void push(Duration at, std::uint64_t order, Event event) {
        if (at < open_until_) {
            added_.push(at, order, std::move(event));
            return;
        }
        const TimedEvent<Event> timed{at, order, std::move(event)};
        const std::size_t hour = hour_of(at);
        if (hour < next_hour_) next_hour_ = hour;
        if (hour == next_hour_ && (page_of(hour).empty() || timed < first_later_)) first_later_ = timed;
        page_of(hour).push_back(timed);
        ++later_;
    }

    [[nodiscard]] bool empty() const { return is_open_page_empty() && later_ == 0; }

    /// When the next event is; Duration::max() if there is none.
    [[nodiscard]] Duration next_at() const { return empty() ? Duration::max() : next().at(); }

    /// The next event; there must be one.
    [[nodiscard]] const TimedEvent<Event>& next() const {
        if (is_open_page_empty()) return first_later_;
        return added_comes_first() ? added_.next() : open_.back();
    }

    /// Takes the next event away; there must be one.
    Event pop() {
        if (is_open_page_empty()) open_next_page();
        if (added_comes_first()) return added_.pop();
        Event event = open_.back().take();
        open_.pop_back();
        return event;
    }

  private:
    using Page = std::vector<TimedEvent<Event>>;
    /// Six weeks of hours.
    static constexpr std::size_t kPagesPerBook = 1024;
    using Book = std::array<Page, kPagesPerBook>;
    static constexpr std::size_t kNoHour = ~std::size_t{0};

    [[nodiscard]] static std::size_t hour_of(Duration at) {
        return static_cast<std::size_t>(at / std::chrono::hours{1});
    }

    [[nodiscard]] bool is_open_page_empty() const { return open_.empty() && added_.empty(); }
    [[nodiscard]] bool added_comes_first() const {
        return open_.empty() || (!added_.empty() && added_.next() < open_.back());
    }

    [[nodiscard]] Page& page_of(std::size_t hour) {
        const std::size_t book = hour / kPagesPerBook;
        if (book >= books_.size()) books_.resize(book + 1);
        if (!books_[book]) books_[book] = std::make_unique<Book>();
        return (*books_[book])[hour % kPagesPerBook];
    }

    /// The open page is empty, and there are events to come.
    void open_next_page() {
        open_ = std::exchange(page_of(next_hour_), {});
        later_ -= open_.size();
        std::sort(open_.begin(), open_.end(), [](const auto& a, const auto& b) { return b < a; });
        open_until_ = std::chrono::hours{next_hour_ + 1};
        next_hour_ = later_ == 0 ? kNoHour : first_used_hour_from(next_hour_ + 1);
        if (later_ == 0) return;
        const Page& page = page_of(next_hour_);
        first_later_ = *std::min_element(page.begin(), page.end());
    }

    /// There is one. Books that are passed on the way go; one stays whose last event left none to come.
    [[nodiscard]] std::size_t first_used_hour_from(std::size_t hour) {
        for (;; ++hour) {
            const std::size_t book = hour / kPagesPerBook;
            if (hour % kPagesPerBook == 0) books_[book - 1].reset();
            if (!books_[book]) {
                hour = (book + 1) * kPagesPerBook - 1;
            } else if (!(*books_[book])[hour % kPagesPerBook].empty()) {
                return hour;
            }
        }
    }

    /// What comes before open_until_: the page as it was opened, the last first, and what was added to it.
    Page open_;
    EventQueue<Event> added_;
    Duration open_until_{};
    std::vector<std::unique_ptr<Book>> books_;
    std::uint64_t later_ = 0;          ///< events on pages to come
    std::size_t next_hour_ = kNoHour;  ///< of the first of them
    TimedEvent<Event> first_later_{};
};

}  // namespace firn::sim
