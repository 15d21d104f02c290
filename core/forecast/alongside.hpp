#pragma once

#include "core/units/rational.hpp"
#include "core/units/time.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace firn::forecast {

/// What a service used beside the storage of its own class: sums over some months, which go on in proportion.
/// Requests that store archives go with the archives sent, everything else with the bytes that lie there.
/// Rules and worked numbers: docs/forecast.md (History of bills).
///
///     sent 3,000 archives, 3,000 requests: a month that sends 1,500 has 1,500 requests
class Alongside {
  public:
    /// Class, kind and tier; what a charge has not is empty.
    using Name = std::tuple<std::string, std::string, std::string>;

    /// Archives sent in a month, and the bytes that lay there on average.
    struct Month {
        Rational sent{};
        Rational stored{};
    };

    /// Adds a month of the sample. `storage_class`: whose storage and uploads are not part of it; requests of
    /// that class whose kind `stores` names go with the archives sent.
    void add(const usage::Period& period, const std::string& storage_class,
             const std::set<std::string>& stores, const Month& month);

    /// Puts into a month of the forecast what goes along with so much.
    void put_into(usage::Period& period, const Month& month) const;

    /// Whether anything but requests that store archives goes along.
    [[nodiscard]] bool has_more() const;

  private:
    /// Bytes and how many archives they are, where that is known.
    struct Amount {
        Rational bytes{};
        std::optional<Rational> archives{};
    };

    void add_stored(const usage::Period& period, const std::string& storage_class);
    void add_requests(const usage::Period& period, const std::string& storage_class,
                      const std::set<std::string>& stores);
    void add_read(const usage::Period& period);
    void add_rest(const usage::Period& period);
    void put_storage(usage::Period& period, const Rational& share) const;
    void put_read(usage::Period& period, const Rational& share) const;
    void put_rest(usage::Period& period, const Rational& share) const;

    Month sums_{};
    std::map<Name, Rational> storing_{};      ///< requests, with the archives sent
    std::map<Name, Rational> requests_{};     ///< all others
    std::map<std::string, Amount> stored_{};  ///< means of other classes, summed over the months
    std::map<Name, Amount> retrievals_{};
    std::map<std::string, Rational> copies_{};                        ///< mean bytes, summed over the months
    std::map<std::string, Rational> staging_{};                       ///< likewise
    std::map<std::pair<std::string, Duration>, Amount> deletions_{};  ///< by class and age
    std::map<std::pair<usage::ChargeType, Name>, Rational> metered_{};
    Rational capacity_{};
    Rational transfer_out_{};
};

}  // namespace firn::forecast
