#include "core/service/auditor.hpp"

#include "core/random/chance.hpp"

#include <algorithm>

namespace firn::service {

namespace {

constexpr unsigned kPickBits = 32;  // draws of one audit

}  // namespace

Auditor::Auditor(const Audit& audit, const RetrievalTier& tier, std::uint64_t seed, LifeQueue& queue,
                 LifeOutages& outages)
    : audit_{audit},
      tier_{tier},
      share_numerator_{static_cast<std::uint64_t>(Integer{numerator(audit.share)})},
      share_denominator_{static_cast<std::uint64_t>(Integer{denominator(audit.share)})},
      archives_{seed, "audit/archives"},
      extra_{seed, "audit/extra"},
      times_{seed, "retrieval/audit/times"},
      queue_{queue},
      outages_{outages} {
    queue_.push(audit.every, {LifeEventKind::audit, 0, 1});
}

void Auditor::audit(std::uint64_t number, Vault& vault, Duration now) {
    const Duration planned = audit_.every * static_cast<std::int64_t>(number);
    if (now == planned) queue_.push(planned + audit_.every, {LifeEventKind::audit, 0, number + 1});
    const Duration begin = outages_.resume(now);
    if (begin > now) return queue_.push(begin, {LifeEventKind::audit, 0, number});
    outcome_.audits += 1;
    const Catalogue& catalogue = vault.catalogue();
    const std::uint64_t wanted = archives_to_look_at(number, catalogue.archives());
    picked_.clear();
    // Where most are wanted, or most are deleted, numbers at random would seldom hit.
    if (wanted * 4 > catalogue.archives() ||
        catalogue.archives() * 4 < catalogue.end_number() - catalogue.begin_number()) {
        pick_many(number, wanted, catalogue);
    } else {
        pick_few(number, wanted, catalogue);
    }
    for (const std::uint64_t archive : picked_)
        look_at(archive, vault, now);
}

std::uint64_t Auditor::archives_to_look_at(std::uint64_t number, std::uint64_t archives) const {
    const UInt128 share = static_cast<UInt128>(share_numerator_) * archives;
    const auto whole = static_cast<std::uint64_t>(share / share_denominator_);
    const auto rest = static_cast<std::uint64_t>(share % share_denominator_);
    if (rest == 0) return whole;
    const random::Chance extra = random::Chance::of(rest, share_denominator_);
    return whole + (extra.happens(extra_.at(number)) ? 1U : 0U);
}

void Auditor::pick_few(std::uint64_t number, std::uint64_t wanted, const Catalogue& catalogue) {
    const std::uint64_t first = catalogue.begin_number();
    const std::uint64_t numbers = catalogue.end_number() - first;
    if (is_picked_.size() < numbers) is_picked_.resize(numbers);
    for (std::uint64_t draw = number << kPickBits; picked_.size() < wanted; ++draw) {
        const std::uint64_t place = archives_.below(draw, numbers);
        if (catalogue.find(first + place) == nullptr || is_picked_[place]) continue;
        is_picked_[place] = true;
        picked_.push_back(first + place);
    }
    for (const std::uint64_t archive : picked_)
        is_picked_[archive - first] = false;
}

// Each archive is taken with the chance (still wanted) / (still to come).
void Auditor::pick_many(std::uint64_t number, std::uint64_t wanted, const Catalogue& catalogue) {
    std::uint64_t to_come = catalogue.archives();
    std::uint64_t draw = number << kPickBits;
    for (std::uint64_t archive = catalogue.begin_number(); picked_.size() < wanted; ++archive) {
        if (catalogue.find(archive) == nullptr) continue;
        if (archives_.below(draw++, to_come--) < wanted - picked_.size()) picked_.push_back(archive);
    }
}

void Auditor::look_at(std::uint64_t archive, Vault& vault, Duration now) {
    vault.meter().retrieved(audit_.tier, vault.find(archive)->bytes, now);
    const Duration wait{times_.between(outcome_.looked_at++, tier_.shortest.count(), tier_.longest.count())};
    queue_.push(now + wait, {LifeEventKind::audit_reads, 0, archive});
}

void Auditor::read(std::uint64_t archive, Vault& vault, Duration now) {
    const ArchiveRecord* record = vault.find(archive);
    if (record == nullptr) return;
    outcome_.compared += 1;
    outcome_.bytes += static_cast<std::uint64_t>(record->bytes.count());
    outcome_.store_bytes += static_cast<std::uint64_t>(vault.content_of(archive).live.count());
    vault.read(archive, Reader::audit, now);
}

}  // namespace firn::service
