#include "core/workload/growth_model.hpp"

#include "core/random/splitmix.hpp"
#include "core/random/stream.hpp"
#include "core/workload/growth_arrivals.hpp"
#include "core/workload/growth_days.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace firn::workload {

namespace {

using std::chrono::days;

constexpr std::uint64_t kHour = 3'600'000'000;
constexpr std::uint64_t kFilesPerSlot = std::uint64_t{1} << 16U;
constexpr unsigned kFileFraction = 24;

/// The end of the last year that Firn knows.
constexpr Instant kEndOfTime = std::chrono::sys_days{std::chrono::year{10'000} / 1 / 1};

/// Day after day, hour after hour, slot after slot.
class GrowthFiles {
  public:
    explicit GrowthFiles(const GrowthModel& model)
        : sizes_{model.sizes, model.mean_size},
          days_{model, sizes_},
          arrivals_{model.batches},
          keys_{model.seed, "growth/hours"},
          end_{(model.horizon ? model.start + *model.horizon : kEndOfTime) - model.start} {}

    Result<bool> read(FileBlock& block) {
        block.clear();
        while (block.files() < kFilesPerBlock) {
            if (times_ != nullptr && taken_ < times_->size()) {
                emit(block);
            } else if (begin_ >= end_) {
                break;
            } else if (auto drawn = draw_slot(); !drawn) {
                return drawn.error();
            }
        }
        return block.files() > 0;
    }

  private:
    /// Puts as many files of the slot into the block as both have.
    void emit(FileBlock& block) {
        const std::size_t filled = block.files();
        const std::size_t count = std::min(kFilesPerBlock - filled, times_->size() - taken_);
        block.arrivals.resize(filled + count);
        block.sizes.resize(filled + count);
        std::uint64_t counter = size_counter_;
        for (std::size_t i = 0; i < count; ++i) {
            block.arrivals[filled + i] = slot_begin_ + Duration{(*times_)[taken_ + i]};
            block.sizes[filled + i] = sizes_.size(random::mix(counter += random::kGolden));
        }
        size_counter_ = counter;
        taken_ += count;
    }

    Result<bool> draw_slot() {
        if (slots_left_ == 0) {
            if (hour_ % 24 == 0) {
                auto day = days_.next();
                if (!day) return day.error();
                day_ = *day;
                sizes_.grow_to(day_.size_growth);
            }
            begin_hour();
        }
        const Slot slot = next_slot();
        times_ = &arrivals_.arrivals_of(slot);
        taken_ = 0;
        slot_begin_ = slot.begin;
        size_counter_ = random::draw(slot.key, kSizes);
        begin_ = slot.begin + Duration{static_cast<std::int64_t>(slot.length)};
        return true;
    }

    /// Cuts the hour into equal slots, a power of two, that expect few files.
    void begin_hour() {
        hour_key_ = keys_.at(hour_);
        slots_ = 1;
        while ((day_.files_q24.at(hour_ % 24) >> kFileFraction) / slots_ > kFilesPerSlot)
            slots_ *= 2;
        slots_left_ = slots_;
        ++hour_;
    }

    Slot next_slot() {
        const std::uint64_t n = slots_ - slots_left_--;
        const std::uint64_t begin = kHour * n / slots_;
        return {.begin = Duration{static_cast<std::int64_t>((hour_ - 1) * kHour + begin)},
                .length = kHour * (n + 1) / slots_ - begin,
                .files_q24 = day_.files_q24.at((hour_ - 1) % 24) / slots_,
                .key = random::draw(hour_key_, n)};
    }

    /// The draw of a slot's key from which its sizes come; those below are of its arrivals.
    static constexpr std::uint64_t kSizes = 15;

    SizeMixture sizes_;
    GrowthDays days_;
    GrowthArrivals arrivals_;
    random::Stream keys_;  ///< draw h is of hour h since the start
    Duration end_;
    Duration begin_{0};  ///< of what has not been drawn yet

    GrowthDay day_;
    std::uint64_t hour_ = 0;  ///< the next
    std::uint64_t hour_key_ = 0;
    std::uint64_t slots_ = 0;  ///< of the hour
    std::uint64_t slots_left_ = 0;

    const std::vector<std::uint32_t>* times_ = nullptr;  ///< of the slot
    std::size_t taken_ = 0;                              ///< of them
    Duration slot_begin_{0};
    std::uint64_t size_counter_ = 0;
};

/// Goes through all days of the horizon before the first file is drawn.
Result<bool> check(const GrowthModel& model) {
    if (!model.horizon) return true;
    const SizeMixture sizes{model.sizes, model.mean_size};
    GrowthDays plan{model, sizes};
    UInt128 expected = 0;
    for (Duration begin{0}; begin < *model.horizon; begin += days{1}) {
        const auto day = plan.next();
        if (!day) return day.error();
        for (const std::uint64_t files : day->files_q24)
            expected += files;
    }
    if (expected > 16) return true;  // a millionth of a file
    return failure({.code = "growth-empty",
                    .what = "the growth model has no files: every day of the scenario is empty",
                    .expected = "days with files",
                    .remedy = "more inflow, or factors above zero for months and days of the scenario"});
}

}  // namespace

Result<FileSource> growth_model(const GrowthModel& model) {
    if (auto possible = check(model); !possible) return possible.error();
    auto files = std::make_shared<GrowthFiles>(model);
    return FileSource{[files = std::move(files)](FileBlock& block) { return files->read(block); }};
}

}  // namespace firn::workload
