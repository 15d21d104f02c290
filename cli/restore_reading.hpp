#pragma once

#include "cli/restore_options.hpp"
#include "core/diag/diagnostic.hpp"
#include "core/restore/wish.hpp"
#include "core/units/quantity_error.hpp"
#include "core/units/rational.hpp"
#include "core/usage/rules.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace firn::cli {

/// Reads the options of `firn restore` one after the other and collects what is wrong with them. A value is
/// absent where its option is not given, or is wrong.
class RestoreReading {
  public:
    explicit RestoreReading(const RestoreOptions& options);

    [[nodiscard]] const std::string* text_of(const std::string& option) const;
    [[nodiscard]] bool stays_in_region() const;

    /// By one of the parsers of quantities.
    template <class Parser>
    auto value(const std::string& option, Parser parse)
        -> std::optional<std::decay_t<decltype(parse(std::string_view{}).value())>> {
        const std::string* text = text_of(option);
        if (text == nullptr) return std::nullopt;
        auto parsed = parse(*text);
        if (parsed) return *parsed;
        report(option, parsed.error());
        return std::nullopt;
    }

    /// A whole number above zero: else `number-zero`.
    [[nodiscard]] std::optional<std::int64_t> positive(
        const std::string& option, std::int64_t most = std::numeric_limits<std::int64_t>::max());
    /// Percent, above 0 and at most 100: else `restore-empty` or `value-out-of-range`.
    [[nodiscard]] std::optional<Rational> share(const std::string& option);
    /// Else `pacing-unknown`.
    [[nodiscard]] std::optional<restore::Pacing> pacing(const std::string& option);
    /// Else `rule-unknown`.
    [[nodiscard]] std::optional<usage::RetrievalRule> rule(const std::string& option);

    /// `argument-missing` where the option is not given.
    void require(const std::string& option, const char* example);
    void report(const std::string& option, QuantityError error);
    void add(Diagnostic diagnostic);
    void add(Diagnostics diagnostics);

    [[nodiscard]] bool failed() const { return !faults_.empty(); }
    [[nodiscard]] const Diagnostics& faults() const { return faults_; }

  private:
    const RestoreOptions& options_;
    Diagnostics faults_{};
};

}  // namespace firn::cli
