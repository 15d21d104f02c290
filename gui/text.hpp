#pragma once

#include "core/pricing/bill.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"
#include "core/units/time.hpp"
#include "core/usage/charge_type.hpp"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <string_view>

namespace firn::gui {

// The core writes decimal text in UTF-8 with a point; the window shows it as the user's locale does.

[[nodiscard]] QString from_utf8(std::string_view text);
[[nodiscard]] std::string to_utf8(const QString& text);

/// Exact decimal text with the locale's separators: "1234567.50" is "1,234,567.50" or "1.234.567,50".
[[nodiscard]] QString localised(std::string_view decimal);

/// A sentence of the core, whose numbers are in English: "2000.00 USD from 2013 on" is "2.000,00 USD from
/// 2013 on". Years, dates, times, and what is part of a word or a path stay.
[[nodiscard]] QString localised_sentence(std::string_view sentence);

/// A name of at most so many letters in the place of one without end: "the beginning of a very long…end of
/// it".
[[nodiscard]] QString shortened(const QString& name, qsizetype most = 40);

/// The same text, in which no line ends between a number and its unit: "11.3 %", "171.73 USD".
[[nodiscard]] QString unbroken(const QString& text);

/// Each text once, in the order in which they come first, with how often it is said: "no price (300 times)".
[[nodiscard]] QStringList counted(const QStringList& texts);

/// "1,234" of a count.
[[nodiscard]] QString count_text(std::uint64_t count);

/// An amount with two decimals, four where all that it stands among is below ten: "32,878.45 USD".
[[nodiscard]] QString amount_text(const Money& amount, const Money& largest, std::string_view currency);

/// An amount of a bill, without its currency: two decimals where the bill is rounded to cents, otherwise as
/// above.
[[nodiscard]] QString amount_text(const Money& amount, const pricing::Bill& bill);

/// "25.0 MB", "1.52 TB"
[[nodiscard]] QString rough_text(Bytes bytes);
/// "27.7 s", "2.10 days"
[[nodiscard]] QString rough_text(Duration duration);

/// For the position of a mark in a chart, never for a number that is shown.
[[nodiscard]] double position_of(const Money& amount);

/// The first letter of words is a capital: "Cost, USD" of "cost, USD".
[[nodiscard]] QString sentence_case(std::string_view words);

/// A setting's name as a person reads it: "Bundle size" of "bundle_size".
[[nodiscard]] QString spoken(std::string_view name);
/// "Early deletion"
[[nodiscard]] QString spoken(usage::ChargeType charge);

}  // namespace firn::gui
