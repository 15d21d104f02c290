#pragma once

#include "core/random/stream.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_outages.hpp"
#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/vault.hpp"

#include <cstdint>
#include <vector>

namespace firn::service {

/// Looks at a share of the archives at equal distances: they are retrieved within the region and compared
/// with the store.
class Auditor {
  public:
    Auditor(const Audit& audit, const RetrievalTier& tier, std::uint64_t seed, LifeQueue& queue,
            LifeOutages& outages);

    /// The event audit, with its number. In an outage it comes again at its end.
    void audit(std::uint64_t number, Vault& vault, Duration now);
    /// The event audit_reads: the archive is ready.
    void read(std::uint64_t archive, Vault& vault, Duration now);

    [[nodiscard]] const AuditOutcome& outcome() const { return outcome_; }

  private:
    [[nodiscard]] std::uint64_t archives_to_look_at(std::uint64_t number, std::uint64_t archives) const;
    void pick_few(std::uint64_t number, std::uint64_t wanted, const Catalogue& catalogue);
    void pick_many(std::uint64_t number, std::uint64_t wanted, const Catalogue& catalogue);
    void look_at(std::uint64_t archive, Vault& vault, Duration now);

    const Audit& audit_;
    const RetrievalTier& tier_;
    std::uint64_t share_numerator_;
    std::uint64_t share_denominator_;
    random::Stream archives_;
    random::Stream extra_;
    random::Stream times_;
    LifeQueue& queue_;
    LifeOutages& outages_;
    AuditOutcome outcome_;
    std::vector<std::uint64_t> picked_;
    /// By number from the first that lives; none outside of pick_few().
    std::vector<bool> is_picked_;
};

}  // namespace firn::service
