#include "tests/second_opinion/doubts.hpp"

#include <algorithm>
#include <map>

namespace firn::second_opinion {

namespace {

std::vector<std::string> reasons_of(const pricing::Tariff& tariff) {
    std::vector<std::string> reasons{tariff.usage_type_doubt};
    for (const pricing::PricePeriod& period : tariff.periods) {
        reasons.push_back(period.evidence.doubt);
        if (period.retrieval) reasons.push_back(period.retrieval->doubt);
        for (const pricing::Band& band : period.bands)
            reasons.push_back(band.doubt);
    }
    return reasons;
}

}  // namespace

std::vector<Doubt> doubts_of(const std::vector<pricing::PriceBook>& books) {
    std::map<std::string, Doubt> by_reason;
    for (const pricing::PriceBook& book : books) {
        for (const pricing::Tariff& tariff : book.tariffs) {
            for (const std::string& reason : reasons_of(tariff)) {
                if (reason.empty()) continue;
                Doubt& doubt = by_reason[reason];
                doubt.reason = reason;
                doubt.books.insert(book.name);
                doubt.charges.insert(std::string{usage::to_text(tariff.charge)});
                doubt.regions.insert(book.region);
            }
        }
    }
    std::vector<Doubt> doubts;
    doubts.reserve(by_reason.size());
    for (auto& [reason, doubt] : by_reason)
        doubts.push_back(std::move(doubt));
    std::stable_sort(doubts.begin(), doubts.end(),
                     [](const Doubt& a, const Doubt& b) { return a.regions.size() > b.regions.size(); });
    return doubts;
}

}  // namespace firn::second_opinion
