#pragma once

#include "core/service/archive_record.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/retrieval_range.hpp"
#include "core/service/vault.hpp"
#include "core/service/waiters.hpp"
#include "core/units/time.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// What is retrieved of an archive, from the request until its copy has expired and nobody downloads it.
struct Retrieval {
    std::uint64_t archive = 0;
    RetrievalRange range{};
    bool is_started = false;
    bool is_ready = false;
    /// Whether what was retrieved has been read, and was found damaged: a copy shows what there was.
    bool is_read = false;
    bool was_damaged = false;
    /// Which of those that had this place it is.
    std::uint32_t generation = 0;
    /// In which it stands last, or that started it.
    std::uint32_t line = 0;
    std::size_t tier = 0;
    Duration copy_until{};
    std::array<std::uint32_t, 2> first_waiters{Waiters::kNobody, Waiters::kNobody};  ///< by destination
    std::uint32_t next_of_archive = ArchiveRecord::kNoRetrieval;
    std::uint32_t users = 0;  ///< downloads, and the copy
};

/// All retrievals, by places that are used again. Those of an archive that lies there are a chain, which
/// begins in its record.
class Retrievals {
  public:
    /// The end of a chain.
    static constexpr std::uint32_t kNone = ArchiveRecord::kNoRetrieval;

    explicit Retrievals(Vault& vault) : vault_{vault} {}

    [[nodiscard]] Retrieval& operator[](std::uint32_t at) { return all_[at]; }
    [[nodiscard]] const Retrieval& operator[](std::uint32_t at) const { return all_[at]; }

    /// Gives its place. It is in no chain.
    std::uint32_t add(const Retrieval& retrieval);
    /// The place may be another one's from now on.
    void make_unused(std::uint32_t at);

    /// It becomes the first of its archive's chain, in which it is not.
    void link(std::uint32_t at);
    /// Takes it out of the chain of its archive, if that lies there.
    void unlink(std::uint32_t at);
    /// It becomes the first of the chain in which it is, if its archive lies there.
    void come_first(std::uint32_t at);

    /// Of the chain from `first` on: the one that was ready last whose copy holds what is asked for, by
    /// whatever tier it came.
    [[nodiscard]] std::optional<std::uint32_t> copy_with(std::uint32_t first, const RetrievalRange& range,
                                                         Duration now) const;
    /// The one of this tier and range that is not ready.
    [[nodiscard]] std::optional<std::uint32_t> open_one(std::uint32_t first, std::size_t tier,
                                                        const RetrievalRange& range) const;

  private:
    Vault& vault_;
    std::vector<Retrieval> all_;
    std::vector<std::uint32_t> unused_;
};

}  // namespace firn::service
