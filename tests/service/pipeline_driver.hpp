#pragma once

#include "core/backup/latest_time.hpp"
#include "core/service/link_traffic.hpp"
#include "core/service/outages.hpp"
#include "core/service/service_pipeline.hpp"
#include "tests/service/slow_pipeline.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace firn::service {

/// A source that gives these files in blocks of so many.
inline workload::FileSource source_of(std::vector<slow::OriginFile> files, std::size_t per_block) {
    auto position = std::make_shared<std::size_t>(0);
    return [files = std::move(files), per_block, position](workload::FileBlock& block) -> Result<bool> {
        block.clear();
        for (; *position < files.size() && block.files() < per_block; ++*position) {
            const slow::OriginFile& file = files[*position];
            block.arrivals.push_back(slow::duration_of(file.arrival));
            block.sizes.push_back(slow::bytes_of(file.size));
            block.owners.push_back(file.owner);
            block.prefixes.push_back(file.prefix);
        }
        return block.files() > 0;
    };
}

/// The engine's pipeline and its link, nothing else: no archive is asked for again.
class PipelineDriver {
  public:
    explicit PipelineDriver(const slow::Case& of, std::size_t per_block = 64)
        : latest_{backup::latest_time(of.options.start)}, outages_{upload_outages(of)} {
        if (of.place.link) {
            link_.emplace(*of.place.link, of.settings.upload_rate, ByteRate{1}, upload_outages(of));
        }
        pipeline_.emplace(PipelineInput{
            .settings = of.settings,
            .place = of.place,
            .traits = of.traits,
            .options = of.options,
            .seed = of.seed,
            .live = source_of(of.live, per_block),
            .backfill = of.backfill ? source_of(*of.backfill, per_block) : workload::FileSource{},
            .outages = &outages_,
            .link = link_ ? &*link_ : nullptr,
            .listeners = {.on_failure = [this](const Failure& failure) { failures_.push_back(failure); }},
        });
    }
    PipelineDriver(const PipelineDriver&) = delete;
    PipelineDriver& operator=(const PipelineDriver&) = delete;

    /// The next event, of the pipeline or of the link; false if there is none.
    bool step() {
        const EventKey link = link_key();
        const EventKey next = std::min(pipeline_->next(), link);
        if (pipeline_->error() || next == kNever) return false;
        now_ = time_of(next);
        if (pipeline_->next() < link) {
            pipeline_->step();
        } else {
            advance_link();
        }
        return true;
    }

    /// To the end, as a run does it: many events at a time.
    PipelineOutcome run() {
        while (!pipeline_->error() && std::min(pipeline_->next(), link_key()) != kNever) {
            if (pipeline_->next() < link_key()) {
                pipeline_->run_until(link_key());
            } else {
                now_ = link_->next();
                advance_link();
            }
        }
        return pipeline_->outcome();
    }

    [[nodiscard]] const ServicePipeline& pipeline() const { return *pipeline_; }
    /// Of the event that came last.
    [[nodiscard]] Duration now() const { return now_; }
    [[nodiscard]] const std::vector<Failure>& failures() const { return failures_; }

  private:
    [[nodiscard]] sim::OutageCalendar upload_outages(const slow::Case& of) const {
        return outages_of(of.place, {Resource::network, Resource::service}, of.seed, latest_);
    }

    [[nodiscard]] EventKey link_key() const { return link_ ? key_of(link_->next(), Rank::transfer) : kNever; }

    void advance_link() {
        const auto ended = link_->advance(now_);
        if (ended) pipeline_->end_transfer(ended->id, now_);
    }

    Duration latest_;
    sim::OutageCalendar outages_;
    std::optional<LinkTraffic> link_;
    std::vector<Failure> failures_;
    std::optional<ServicePipeline> pipeline_;
    Duration now_{};
};

inline PipelineOutcome run_engine(const slow::Case& of) { return PipelineDriver{of}.run(); }

}  // namespace firn::service
