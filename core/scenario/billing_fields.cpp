#include "core/scenario/billing_fields.hpp"

#include "core/scenario/billing_values.hpp"
#include "core/scenario/field_makers.hpp"
#include "core/usage/charge_type.hpp"

#include <string>

namespace firn::scenario {

namespace {

using usage::BillingSettings;

BillingSettings* billing_of(Scenario& s) { return s.billing ? &*s.billing : nullptr; }

/// The last item of one of the lists, or nullptr.
template <auto kList>
auto* last_of(Scenario& s) {
    using Item = typename std::remove_reference_t<decltype(s.billing.value().*kList)>::value_type;
    if (!s.billing || (*s.billing.*kList).empty()) return static_cast<Item*>(nullptr);
    return &(*s.billing.*kList).back();
}

constexpr auto kWhatIf = last_of<&BillingSettings::what_ifs>;
constexpr auto kOther = last_of<&BillingSettings::other_usage>;
constexpr auto kRecurring = last_of<&BillingSettings::recurring>;
constexpr auto kCredit = last_of<&BillingSettings::credits>;

usage::Support* support_of(Scenario& s) {
    return s.billing && s.billing->support ? &*s.billing->support : nullptr;
}
usage::Exchange* exchange_of(Scenario& s) {
    return s.billing && s.billing->exchange ? &*s.billing->exchange : nullptr;
}

void add_shares(std::vector<Field>& table) {
    table.push_back(optional_day_field(
        {.path = "billing.prices_as_of",
         .help = "Every month is billed by the prices of this day (UTC) in place of its own.",
         .example = "2016-01-15"},
        [](Scenario& s) { return billing_of(s) ? &billing_of(s)->prices_as_of : nullptr; }));
    table.push_back(optional_share_field(
        {.path = "billing.egress_waiver",
         .help = "Transfer out costs nothing up to this share of the bill's charges and recurring lines.",
         .example = "15 %"},
        [](Scenario& s) { return billing_of(s) ? &billing_of(s)->egress_waiver : nullptr; }));
    table.push_back(optional_share_field(
        {.path = "billing.discount", .help = "Taken off what stands above it on a bill.", .example = "10 %"},
        [](Scenario& s) { return billing_of(s) ? &billing_of(s)->discount : nullptr; }));
    table.push_back(optional_share_field(
        {.path = "billing.tax", .help = "Added to what stands above it on a bill.", .example = "19 %"},
        [](Scenario& s) { return billing_of(s) ? &billing_of(s)->tax : nullptr; }));
}

void add_what_ifs(std::vector<Field>& table) {
    table.push_back(
        optional_charge_field({.path = "billing.what_ifs.charge",
                               .help = "Of which charge; left out: of every charge.",
                               .example = "storage"},
                              [](Scenario& s) { return kWhatIf(s) ? &kWhatIf(s)->charge : nullptr; }));
    table.push_back(
        text_field({.path = "billing.what_ifs.class",
                    .help = "Of which storage class; left out: of every class.",
                    .example = "flexible"},
                   [](Scenario& s) { return kWhatIf(s) ? &kWhatIf(s)->storage_class : nullptr; }));
    table.push_back(text_field({.path = "billing.what_ifs.kind",
                                .help = "Of which kind of request; left out: of every kind.",
                                .example = "put"},
                               [](Scenario& s) { return kWhatIf(s) ? &kWhatIf(s)->kind : nullptr; }));
    table.push_back(text_field({.path = "billing.what_ifs.tier",
                                .help = "Of which retrieval tier; left out: of every tier.",
                                .example = "bulk"},
                               [](Scenario& s) { return kWhatIf(s) ? &kWhatIf(s)->tier : nullptr; }));
    table.push_back(change_field({.path = "billing.what_ifs.change",
                                  .required = true,
                                  .help = "By which share the price changes: \"-20 %\" or \"20 % cheaper\".",
                                  .example = "-20 %"},
                                 [](Scenario& s) { return kWhatIf(s) ? &kWhatIf(s)->change : nullptr; }));
    table.push_back(optional_day_field({.path = "billing.what_ifs.from",
                                        .help = "From this day on (UTC); left out: from the first price on.",
                                        .example = "2027-01"},
                                       [](Scenario& s) { return kWhatIf(s) ? &kWhatIf(s)->from : nullptr; }));
    table.push_back(
        optional_day_field({.path = "billing.what_ifs.until",
                            .help = "Before this day (UTC); left out: to the last price.",
                            .example = "2028-01"},
                           [](Scenario& s) { return kWhatIf(s) ? &kWhatIf(s)->until : nullptr; }));
}

void add_other_usage(std::vector<Field>& table) {
    table.push_back(charge_field({.path = "billing.other_usage.charge",
                                  .required = true,
                                  .help = "Which bands and free amounts it fills.",
                                  .example = "transfer_out"},
                                 [](Scenario& s) { return kOther(s) ? &kOther(s)->charge : nullptr; }));
    table.push_back(text_field({.path = "billing.other_usage.class",
                                .help = "Its storage class, where the charge has one.",
                                .example = "standard"},
                               [](Scenario& s) { return kOther(s) ? &kOther(s)->storage_class : nullptr; }));
    table.push_back(text_field({.path = "billing.other_usage.kind",
                                .help = "Its kind of request, where the charge has kinds.",
                                .example = "put"},
                               [](Scenario& s) { return kOther(s) ? &kOther(s)->kind : nullptr; }));
    table.push_back(text_field({.path = "billing.other_usage.tier",
                                .help = "Its retrieval tier, where the charge has tiers.",
                                .example = "standard"},
                               [](Scenario& s) { return kOther(s) ? &kOther(s)->tier : nullptr; }));
    table.push_back(
        optional_byte_amount_field({.path = "billing.other_usage.bytes",
                                    .help = "What lies there all month, or moves in it.",
                                    .example = "100 TiB"},
                                   [](Scenario& s) { return kOther(s) ? &kOther(s)->bytes : nullptr; }));
    table.push_back(
        optional_amount_field({.path = "billing.other_usage.quantity",
                               .help = "In place of bytes: how many billing units of the charge a month.",
                               .example = "1000000"},
                              [](Scenario& s) { return kOther(s) ? &kOther(s)->quantity : nullptr; }));
}

void add_recurring(std::vector<Field>& table) {
    table.push_back(name_field({.path = "billing.recurring.name",
                                .required = true,
                                .help = "What the line is called on the bill.",
                                .example = "EC2 t3.small"},
                               [](Scenario& s) { return kRecurring(s) ? &kRecurring(s)->name : nullptr; }));
    table.push_back(optional_money_field(
        {.path = "billing.recurring.price", .help = "What it costs a month.", .example = "15.18"},
        [](Scenario& s) { return kRecurring(s) ? &kRecurring(s)->price : nullptr; }));
    table.push_back(optional_money_field(
        {.path = "billing.recurring.price_per_tb_month",
         .help = "In place of price: what 10^12 stored bytes cost a month.",
         .example = "5.99"},
        [](Scenario& s) { return kRecurring(s) ? &kRecurring(s)->price_per_tb_month : nullptr; }));
    table.push_back(optional_month_field(
        {.path = "billing.recurring.from", .help = "The first month with it.", .example = "2026-01"},
        [](Scenario& s) { return kRecurring(s) ? &kRecurring(s)->from : nullptr; }));
    table.push_back(
        optional_month_field({.path = "billing.recurring.until",
                              .help = "The first month without it again.",
                              .example = "2027-01"},
                             [](Scenario& s) { return kRecurring(s) ? &kRecurring(s)->until : nullptr; }));
}

void add_credits(std::vector<Field>& table) {
    table.push_back(name_field({.path = "billing.credits.name",
                                .required = true,
                                .help = "What the credit is called on the bill.",
                                .example = "migration credit"},
                               [](Scenario& s) { return kCredit(s) ? &kCredit(s)->name : nullptr; }));
    table.push_back(money_field({.path = "billing.credits.amount",
                                 .required = true,
                                 .help = "How much it pays for in all, month by month until it is used up.",
                                 .example = "500"},
                                [](Scenario& s) { return kCredit(s) ? &kCredit(s)->amount : nullptr; }));
    table.push_back(optional_month_field(
        {.path = "billing.credits.from", .help = "The first month that it pays for.", .example = "2026-01"},
        [](Scenario& s) { return kCredit(s) ? &kCredit(s)->from : nullptr; }));
    table.push_back(
        optional_month_field({.path = "billing.credits.until",
                              .help = "The first month that it pays nothing for.",
                              .example = "2026-07"},
                             [](Scenario& s) { return kCredit(s) ? &kCredit(s)->until : nullptr; }));
}

void add_support_and_exchange(std::vector<Field>& table) {
    table.push_back(
        share_field({.path = "billing.support.share",
                     .required = true,
                     .help = "Of the charges and recurring lines, before waiver, discount and credits.",
                     .example = "10 %"},
                    [](Scenario& s) { return support_of(s) ? &support_of(s)->share : nullptr; }));
    table.push_back(money_field(
        {.path = "billing.support.at_least", .fallback = "0", .help = "The least that it costs a month."},
        [](Scenario& s) { return support_of(s) ? &support_of(s)->at_least : nullptr; }));
    table.push_back(
        currency_field({.path = "billing.exchange.currency",
                        .required = true,
                        .help = "In which the bill is paid (ISO 4217).",
                        .example = "EUR"},
                       [](Scenario& s) { return exchange_of(s) ? &exchange_of(s)->currency : nullptr; }));
    table.push_back(
        exchange_rate_field({.path = "billing.exchange.rate",
                             .required = true,
                             .help = "How much of it one unit of the price book's currency costs.",
                             .example = "0.92"},
                            [](Scenario& s) { return exchange_of(s) ? &exchange_of(s)->rate : nullptr; }));
    table.push_back(day_field({.path = "billing.exchange.date",
                               .required = true,
                               .help = "The day of the rate.",
                               .example = "2026-10-01"},
                              [](Scenario& s) { return exchange_of(s) ? &exchange_of(s)->date : nullptr; }));
    table.push_back(text_field(
        {.path = "billing.exchange.source", .help = "Who quoted the rate.", .example = "ECB reference rate"},
        [](Scenario& s) { return exchange_of(s) ? &exchange_of(s)->source : nullptr; }));
}

template <auto kList>
Section list_section(std::string path, std::string help) {
    constexpr std::size_t kMostItems = 1000;
    return {.path = std::move(path),
            .help = std::move(help),
            .repeats = true,
            .most_items = kMostItems,
            .items = [](const Scenario& s) { return s.billing ? (*s.billing.*kList).size() : 0; },
            .resize = [](Scenario& s, std::size_t n) { (*s.billing.*kList).resize(n); }};
}

BillingSettings& entered(Scenario& s) {
    if (!s.billing) s.billing.emplace();
    return *s.billing;
}

}  // namespace

void add_billing(std::vector<Field>& table) {
    add_shares(table);
    add_what_ifs(table);
    add_other_usage(table);
    add_recurring(table);
    add_credits(table);
    add_support_and_exchange(table);
}

void add_billing_sections(std::vector<Section>& sections) {
    sections.push_back({.path = "rules",
                        .help = "The named conventions by which quantities are billed.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.rules.has_value(); },
                        .enter = [](Scenario& s) { s.rules.emplace(); }});
    sections.push_back({.path = "billing",
                        .help = "What an invoice adds to the list's prices, and what-ifs about them.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.billing.has_value(); },
                        .enter = [](Scenario& s) { entered(s); }});
    sections.push_back(
        list_section<&BillingSettings::what_ifs>("billing.what_ifs", "Prices that change by a share."));
    sections.push_back(list_section<&BillingSettings::other_usage>(
        "billing.other_usage",
        "What the same payer uses elsewhere, every month: it fills bands and free amounts first."));
    sections.push_back(list_section<&BillingSettings::recurring>(
        "billing.recurring",
        "Lines that stand on the bill of every month: a machine, a vendor's flat price."));
    sections.push_back(list_section<&BillingSettings::credits>(
        "billing.credits", "Amounts that pay for what is left of the bills, until they are used up."));
    sections.push_back({.path = "billing.support",
                        .help = "The fee of a support plan.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.billing && s.billing->support; },
                        .enter = [](Scenario& s) { entered(s).support.emplace(); },
                        .short_form = "share"});
    sections.push_back({.path = "billing.exchange",
                        .help = "The rate at which the bill is paid in another currency.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.billing && s.billing->exchange; },
                        .enter = [](Scenario& s) { entered(s).exchange.emplace(); }});
}

}  // namespace firn::scenario
