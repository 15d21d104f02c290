#include "tests/second_opinion/page.hpp"

#include "core/pricing/amount_text.hpp"
#include "tests/second_opinion/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace firn::second_opinion {

namespace {

constexpr std::string_view kFolder = "examples/second-opinion/";

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kKinds{
    {{"vendor", "the vendor's own examples"},
     {"bill", "real bills and reports"},
     {"tool", "calculators and tools"},
     {"article", "articles and posts"},
     {"worked", "the vendor's lists and rules, worked by hand"}}};

/// How many figures have each verdict.
struct Tally {
    std::array<int, 5> counts{};
    void add(Verdict verdict) { ++counts.at(static_cast<std::size_t>(verdict)); }
    [[nodiscard]] int of(Verdict verdict) const { return counts.at(static_cast<std::size_t>(verdict)); }
    [[nodiscard]] int all() const { return counts[0] + counts[1] + counts[2] + counts[3] + counts[4]; }
};

template <class Condition>
Tally tally_of(const std::vector<JudgedOpinion>& opinions, Condition counts) {
    Tally tally;
    for (const JudgedOpinion& each : opinions) {
        if (!counts(each)) continue;
        for (const Judged& judged : each.judged)
            tally.add(judged.verdict);
    }
    return tally;
}

std::string grouped_number(const std::string& text) {
    return parse_decimal(text) ? pricing::grouped(text) : text;
}

std::string file_link(const std::string& words, const std::string& usage) {
    return fmt::format("[{}]({}{}.yaml)", words, kFolder, usage);
}

std::string name_link(const Voice& voice) {
    return voice.address.empty() ? voice.name : fmt::format("[{}]({})", voice.name, voice.address);
}

/// "1,381.408 USD"
std::string amount(const std::string& number, const Figure& figure) {
    const std::string unit = figure.unit.empty() ? "" : " " + figure.unit;
    return grouped_number(number) + unit;
}

std::string with_reason(const std::string& words, const std::string& why) {
    return why.empty() ? words : words + ". " + with_capital(why);
}

std::string verdict_cell(const Figure& figure, const Judged& judged) {
    switch (judged.verdict) {
        case Verdict::option: {
            const std::string option = figure.by_usage.empty() ? fmt::format("`{}`", figure.by)
                                                               : file_link(figure.named, figure.by_usage);
            return with_reason(fmt::format("{} gives theirs", option), figure.why);
        }
        case Verdict::range:
            return with_reason(
                fmt::format("within {} to {}", grouped_number(figure.from), grouped_number(figure.to)),
                figure.why);
        case Verdict::wrong:
            return with_reason("**theirs is wrong**", figure.why);
        case Verdict::agrees:
        case Verdict::unexplained:
            break;
    }
    return with_reason(to_text(judged.verdict), figure.why);
}

std::string summary(const Tally& all) {
    return fmt::format(
        "Of {} numbers that others print, Firn says {} as they are and {} more with a named option.\n"
        "{} are wrong, each for a reason that stands here. {} are rough; Firn's lie within their range.\n",
        all.all(), all.of(Verdict::agrees), all.of(Verdict::option), all.of(Verdict::wrong),
        all.of(Verdict::range));
}

std::string kinds_table(const std::vector<JudgedOpinion>& opinions) {
    std::string table =
        "| who prints them | numbers | agree | by an option | theirs is wrong | within their range |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: |\n";
    for (const auto& [kind, words] : kKinds) {
        const Tally tally = tally_of(opinions, [kind = std::string_view{kind}](const JudgedOpinion& each) {
            return each.voice->kind == kind;
        });
        table +=
            fmt::format("| {} | {} | {} | {} | {} | {} |\n", words, tally.all(), tally.of(Verdict::agrees),
                        tally.of(Verdict::option), tally.of(Verdict::wrong), tally.of(Verdict::range));
    }
    return table;
}

/// One line for each number of theirs that is wrong.
std::string mistakes(const std::vector<JudgedOpinion>& opinions) {
    std::string list;
    for (const JudgedOpinion& each : opinions) {
        for (std::size_t i = 0; i < each.judged.size(); ++i) {
            const Figure& figure = each.opinion->figures[i];
            if (each.judged[i].verdict != Verdict::wrong || figure.why == "the same") continue;
            list += fmt::format("- {}, {}: {} in place of {}. {}.\n", name_link(*each.voice), figure.what,
                                amount(figure.says, figure), amount(each.judged[i].firn, figure),
                                with_capital(figure.why));
        }
    }
    return list;
}

/// "#uploads-and-other-requests", as Markdown names the place of a heading.
std::string place_of(const std::string& heading) {
    std::string place = "#";
    for (const char letter : heading) {
        const auto character = static_cast<unsigned char>(letter);
        if (std::isalnum(character) != 0 || letter == '-') {
            place += static_cast<char>(std::tolower(character));
        } else if (letter == ' ') {
            place += '-';
        }
    }
    return place;
}

std::string contents(const Collection& collection) {
    std::string list;
    for (const Subject& subject : collection.subjects)
        list += fmt::format("- [{}]({})\n", subject.title, place_of(subject.title));
    for (const std::string title :
         {"What the calculators reckon with", "What could not be compared", "What nobody could confirm"})
        list += fmt::format("- [{}]({})\n", title, place_of(title));
    return list;
}

/// "29 numbers: 23 agree, 4 by an option, 2 wrong."
std::string counts_sentence(const Tally& tally) {
    std::string text = fmt::format("{} numbers: {} agree", tally.all(), tally.of(Verdict::agrees));
    if (tally.of(Verdict::option) > 0) text += fmt::format(", {} by an option", tally.of(Verdict::option));
    if (tally.of(Verdict::range) > 0)
        text += fmt::format(", {} within their range", tally.of(Verdict::range));
    if (tally.of(Verdict::wrong) > 0) text += fmt::format(", {} wrong", tally.of(Verdict::wrong));
    return text + ".";
}

std::string subject_table(const Subject& subject, const std::vector<JudgedOpinion>& opinions) {
    const Tally tally =
        tally_of(opinions, [&](const JudgedOpinion& each) { return each.opinion->subject == subject.id; });
    std::string table = fmt::format(
        "\n## {}\n\n{}\n\n| who | asked | | they say | Firn | |\n| --- | --- | --- | ---: | ---: | --- |\n",
        subject.title, counts_sentence(tally));
    const Voice* last = nullptr;
    for (const JudgedOpinion& each : opinions) {
        if (each.opinion->subject != subject.id) continue;
        std::string who = each.voice == last ? "" : name_link(*each.voice);
        std::string asked = fmt::format("{} {}", each.question, file_link("File", each.opinion->usage));
        last = each.voice;
        for (std::size_t i = 0; i < each.judged.size(); ++i) {
            const Figure& figure = each.opinion->figures[i];
            table += fmt::format("| {} | {} | {} | {} | {} | {} |\n", who, asked, figure.what,
                                 amount(figure.says, figure), amount(each.judged[i].firn, figure),
                                 verdict_cell(figure, each.judged[i]));
            who.clear();
            asked.clear();
        }
    }
    return table;
}

constexpr std::string_view kHow = R"(
Each question is a usage file in [examples/second-opinion](examples/second-opinion). Ask it yourself:

    firn bill docs/examples/second-opinion/a01-faq-12tb-even-day.yaml --explain
    firn bill docs/examples/second-opinion/a01-faq-12tb-even-day.yaml --rounding faq-2012

Firn's numbers come from running these files when the page is made, and a number that turns out otherwise than it stands here
fails the tests. Costs are as an invoice shows them, to the cent; where others print more decimals, Firn's are unrounded (`--rounding
exact`). GB and TB are the vendor's, 2^30 and 2^40 bytes. What a rule says is in [price-model.md](price-model.md).
)";

}  // namespace

std::string page_of(const Collection& collection, const std::vector<JudgedOpinion>& opinions,
                    const std::vector<Doubt>& doubts) {
    std::string page =
        "# A second opinion\n\n<!-- Made by tests/second_opinion from tests/cases/second-opinion.yaml; the "
        "target "
        "accept-golden writes it anew. Not to be edited. -->\n\n";
    page += summary(tally_of(opinions, [](const JudgedOpinion&) { return true; })) + "\n" +
            kinds_table(opinions) + std::string{kHow} + "\n" + contents(collection);
    page += "\n## What others have wrong\n\n" + mistakes(opinions);
    for (const Subject& subject : collection.subjects)
        page += subject_table(subject, opinions);
    page +=
        "\n## What the calculators reckon with\n\nAs read in their sources and texts; \"in part\" is told in "
        "the last column where it matters.\n\n" +
        calculators_table(collection);
    page += "\n## What could not be compared\n\n" + questions_table("| what | why |", collection.left_out);
    page += "\n## What nobody could confirm\n\nOpen questions of the price model, and what Firn does:\n\n" +
            questions_table("| not known | Firn |", collection.open_questions);
    page += fmt::format(
        "\nThe price books have {} doubts about single prices, dates and names. Each is shown on every line "
        "of a bill "
        "that\nrests on it, and by `firn prices show`.\n",
        doubts.size());
    page += doubts_part("Vaults and S3's classes", {"aws-glacier", "aws-s3-glacier"}, doubts);
    page += doubts_part("Vaults", {"aws-glacier"}, doubts);
    page += doubts_part("S3's classes", {"aws-s3-glacier"}, doubts);
    return page;
}

}  // namespace firn::second_opinion
