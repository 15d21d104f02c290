#pragma once

#include "core/backup/bundle_policy.hpp"
#include "core/service/bundle.hpp"
#include "core/service/dying_tally.hpp"
#include "core/service/file.hpp"
#include "core/service/group_index.hpp"
#include "core/service/place_settings.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// What bundles know of each of their files besides its arrival.
struct KeptOfFiles {
    bool sizes = false;
    bool numbers = false;
};

/// The open directories, one for each group of files and for the backfill apart, and how they close.
class Directories {
  public:
    /// `deletions`: entries of Life::deletions.
    Directories(const backup::BundlePolicy& policy, const BundlingPolicy& bundling, KeptOfFiles kept,
                std::size_t deletions);

    /// The file joins the directory of its group, or goes alone; what is closed by it is added to closed().
    void join(const File& file, Duration now);

    /// When the directory that was opened first ages out; max() where none does.
    [[nodiscard]] Duration next_age_out() const {
        return first_ == kNone || !max_age_ ? Duration::max() : directories_[first_].opened + *max_age_;
    }
    /// Closes it.
    void age_out();

    [[nodiscard]] bool any_open() const { return first_ != kNone; }
    /// Closes the directory that was opened first, for another reason than its age.
    void close_first(Duration now) { close(first_, now, false); }
    /// Closes all of the backfill, or all others, in order of opening.
    void close_all(bool of_backfill, Duration now);

    /// Bundles closed since the last take_closed(), in order of closing.
    [[nodiscard]] bool has_closed() const { return !closed_.empty(); }
    [[nodiscard]] std::vector<Bundle>& closed() { return closed_; }

    /// Takes a bundle back whose memory can be used again.
    void recycle(Bundle bundle);

  private:
    static constexpr std::uint32_t kNone = GroupIndex::kNone;

    /// A member of the list of open directories, in order of opening.
    struct Directory {
        Bundle bundle;
        DyingTally dying;
        Duration opened{};
        std::uint64_t group = 0;
        std::uint32_t before = kNone;
        std::uint32_t after = kNone;
    };

    [[nodiscard]] std::uint32_t directory_of(const File& file, Duration now);
    [[nodiscard]] std::uint32_t open(const File& file, Duration now);
    void add(Directory& directory, const File& file) const;
    void note(Bundle& bundle, const File& file) const;
    void watch(Bundle& bundle, const File& file) const;
    [[nodiscard]] Bytes offset_of_next(const Bundle& bundle) const;
    void close(std::uint32_t slot, Duration now, bool by_age);
    void unlink(std::uint32_t slot);
    void send_alone(const File& file, Duration now);
    void finish(Bundle& bundle, Duration now);
    [[nodiscard]] Bundle spare();

    Bytes bundle_size_;
    std::optional<Duration> max_age_;
    BundlingPolicy bundling_;
    bool alone_;
    KeptOfFiles kept_;
    std::size_t deletions_;

    std::vector<Directory> directories_;
    std::vector<std::uint32_t> free_;
    std::uint32_t first_ = kNone;
    std::uint32_t last_ = kNone;
    GroupIndex by_group_;

    std::vector<Bundle> closed_;
    std::vector<Bundle> spare_;
    std::uint64_t next_number_ = 0;
    std::uint64_t next_of_backfill_ = kFirstBackfillArchive;
};

}  // namespace firn::service
