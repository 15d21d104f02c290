#pragma once

#include "core/pricing/bill.hpp"
#include "core/pricing/price_book.hpp"
#include "core/reconcile/cause.hpp"
#include "core/statement/statement.hpp"

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace firn::reconcile {

/// What is compared as one line.
struct GroupKey {
    BillingPeriod month;
    statement::LineType type = statement::LineType::usage;
    std::string usage_type{};  ///< of a recurring line its name
    std::string operation{};

    [[nodiscard]] bool has_quantity() const {
        return type == statement::LineType::usage && !usage_type.empty();
    }
    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

/// Both sides of it.
struct Group {
    std::optional<ExpectedSide> expected{};
    std::optional<BilledSide> billed{};
};

using Groups = std::map<GroupKey, Group>;

/// How finely the statement tells its lines apart; the model's lines are joined as coarsely.
class Detail {
  public:
    Detail(const pricing::Bill& bill, const pricing::PriceBook& book, const statement::Statement& statement);

    [[nodiscard]] GroupKey key_of(const pricing::LineItem& line, BillingPeriod month) const;
    [[nodiscard]] GroupKey key_of(const statement::Line& line, BillingPeriod month) const;

    /// The statement has something to set the line against: recurring lines are billed by services of their
    /// own, and support too, which a statement often leaves out.
    [[nodiscard]] bool is_compared(const pricing::LineItem& line) const;

  private:
    [[nodiscard]] std::string recurring_name(const statement::Line& line) const;
    [[nodiscard]] GroupKey usage_key(BillingPeriod month, std::string_view usage_type,
                                     std::string_view operation) const;

    const pricing::PriceBook& book_;
    bool has_usage_types_ = true;
    bool has_operations_ = true;
    bool has_other_fees_ = false;        ///< than those of recurring lines
    std::set<std::string> recurring_{};  ///< the names of the bill's
    std::set<std::string> billed_{};     ///< those of them that the statement has
    std::map<std::pair<std::optional<BillingPeriod>, std::string>, bool> without_operation_;
};

/// Adds a line to its side of the group. Only what is compared by usage type has quantities.
void add_expected(Group& group, const GroupKey& key, const pricing::LineItem& line);
void add_billed(Group& group, const GroupKey& key, const statement::Line& line);
void add_superseded(Group& group, const statement::Line& line);

}  // namespace firn::reconcile
