#pragma once

#include "core/units/rational.hpp"

#include <optional>
#include <string>
#include <vector>

/// What others print about bills, as tests/cases/second-opinion.yaml has it.
namespace firn::second_opinion {

/// A part of the page.
struct Subject {
    std::string id{};
    std::string title{};
};

/// Somebody who prints numbers.
///
///     {faq-2012, "The vendor's FAQ, September 2012", vendor, "http://..."}
struct Voice {
    std::string id{};
    std::string name{};
    std::string kind{};     ///< vendor, bill, tool, article, worked
    std::string address{};  ///< may be empty
};

/// Names lines of a bill; an empty part may be anything.
struct Take {
    std::string charge{};
    std::string storage_class{};
    std::string kind{};
    std::string tier{};
    std::string month{};
    std::optional<Rational> line{};  ///< only the n-th of the lines that fit, from 1
};

/// What of the lines is compared.
enum class Value {
    cost,      ///< as an invoice shows it
    exact,     ///< the cost before rounding
    quantity,  ///< in the unit of the line
    price,     ///< of a unit
    word,      ///< a word of the line's steps
};

/// How a number of theirs stands to Firn's.
enum class Verdict {
    agrees,
    option,      ///< Firn says the same when a named option is set
    range,       ///< theirs is rough, and Firn's lies within its range
    wrong,       ///< theirs is wrong for a stated reason
    unexplained  ///< none of these: the page is not made
};

/// One number that they print.
struct Figure {
    std::string what{};
    std::vector<Take> take{};  ///< lines to be summed; none: the bill's total
    Value value = Value::cost;
    std::string after{};  ///< Value::word: the words before it
    std::string unit{};
    std::string says{};
    Verdict stated = Verdict::agrees;
    std::string by{};        ///< option: arguments of the program
    std::string by_usage{};  ///< option: another usage file
    std::string named{};     ///< option: what that file does
    std::string from{};      ///< range
    std::string to{};        ///< range
    std::string right{};     ///< wrong: what is right
    std::string why{};
};

/// What somebody says to a question; the question is a usage file.
struct Opinion {
    std::string subject{};
    std::string voice{};
    std::vector<std::string> cases{};  ///< ids of the published cases that it shows
    std::string usage{};               ///< the name of the file, without its ending
    std::vector<Figure> figures{};
};

/// A line of the lists at the end of the page.
struct OpenQuestion {
    std::string what{};
    std::string instead{};  ///< what Firn does, or why it is left out
};

/// What a calculator reckons with.
struct Calculator {
    std::string name{};
    std::string address{};               ///< may be empty
    std::vector<std::string> reckons{};  ///< "yes", "in part" or "no" for each of Collection::abilities
    std::string remark{};                ///< may be empty
};

struct Collection {
    std::vector<Subject> subjects{};
    std::vector<Voice> voices{};
    std::vector<Opinion> opinions{};
    std::vector<std::string> abilities{};
    std::vector<Calculator> calculators{};
    std::vector<OpenQuestion> open_questions{};
    std::vector<OpenQuestion> left_out{};
};

}  // namespace firn::second_opinion
