#include "gui/text.hpp"

#include "core/pricing/cents.hpp"
#include "core/units/name_words.hpp"
#include "core/units/rational.hpp"
#include "core/usage/charge_words.hpp"

#include <QLocale>
#include <QObject>
#include <QRegularExpression>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace firn::gui {

namespace {

/// "1234567" with a separator before each third digit from the end.
QString grouped(const QString& digits) {
    const QLocale locale;
    const QString separator = locale.groupSeparator();
    const bool groups = (locale.numberOptions() & QLocale::OmitGroupSeparator) == 0;
    QString text = digits;
    if (!groups) return text;
    for (qsizetype place = digits.size() - 3; place > 0; place -= 3)
        text.insert(place, separator);
    return text;
}

QString in_locale(const std::string& rough) {
    const auto blank = rough.find(' ');
    std::string number = rough.substr(0, blank);
    std::erase(number, ',');
    return localised(number) +
           (blank == std::string::npos ? QString{} : from_utf8(std::string_view{rough}.substr(blank)));
}

}  // namespace

QString from_utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string to_utf8(const QString& text) { return text.toStdString(); }

QString localised(std::string_view decimal) {
    const bool negative = decimal.starts_with('-');
    if (negative) decimal.remove_prefix(1);
    const auto point = decimal.find('.');
    QString text = grouped(from_utf8(decimal.substr(0, point)));
    if (point != std::string_view::npos)
        text += QLocale{}.decimalPoint() + from_utf8(decimal.substr(point + 1));
    return negative ? QChar{0x2212} + text : text;
}

QString localised_sentence(std::string_view sentence) {
    static const QRegularExpression number{QStringLiteral(
        R"((?<![\w.,:/])(?<!\w-)(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w:/]|[.,]\d|-\w))")};
    const QString text = from_utf8(sentence);
    QString shown;
    qsizetype done = 0;
    for (const QRegularExpressionMatch& match : number.globalMatch(text)) {
        shown += text.mid(done, match.capturedStart() - done);
        shown += localised(to_utf8(match.captured().remove(QLatin1Char{','})));
        done = match.capturedEnd();
    }
    return shown + text.mid(done);
}

QString shortened(const QString& name, qsizetype most) {
    constexpr qsizetype kEnd = 12;
    if (name.size() <= most) return name;
    return name.left(most - kEnd - 1) + QChar{0x2026} + name.right(kEnd);
}

QString unbroken(const QString& text) {
    static const QRegularExpression before_unit{QStringLiteral(R"((\d) (?=%|\p{L}{1,3}\b))")};
    return QString{text}.replace(before_unit, QStringLiteral("\\1") + QChar{QChar::Nbsp});
}

QStringList counted(const QStringList& texts) {
    QStringList once;
    std::vector<std::uint64_t> times;
    for (const QString& text : texts) {
        const auto known = static_cast<std::size_t>(std::find(once.begin(), once.end(), text) - once.begin());
        if (known == times.size()) {
            once += text;
            times.push_back(0);
        }
        ++times[known];
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i] > 1)
            once[static_cast<qsizetype>(i)] += QObject::tr(" (%1 times)").arg(count_text(times[i]));
    }
    return once;
}

QString count_text(std::uint64_t count) { return localised(std::to_string(count)); }

QString amount_text(const Money& amount, const Money& largest, std::string_view currency) {
    const unsigned places = largest < Money{Rational{10}} ? 4 : 2;
    const QString number = localised(format_fixed(amount.amount(), places));
    return currency.empty() ? number : number + QChar::Nbsp + from_utf8(currency);
}

QString amount_text(const Money& amount, const pricing::Bill& bill) {
    const bool are_cents = pricing::is_of_cents(bill.rounding);
    return are_cents ? localised(format_fixed(amount.amount(), 2)) : amount_text(amount, bill.total, {});
}

QString rough_text(Bytes bytes) { return in_locale(to_rough_text(bytes)); }

QString rough_text(Duration duration) { return in_locale(to_rough_text(duration)); }

double position_of(const Money& amount) { return amount.amount().convert_to<double>(); }

QString sentence_case(std::string_view words) {
    QString text = from_utf8(words);
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

QString spoken(std::string_view name) { return sentence_case(name_words(name)); }

QString spoken(usage::ChargeType charge) { return sentence_case(usage::charge_words(charge)); }

}  // namespace firn::gui
