#pragma once

#include "core/diag/result.hpp"
#include "gui/worker/restore_answer.hpp"

#include <QString>

#include <string>

namespace firn::gui {

/// What a person wrote beside a restore; an empty field asks for nothing.
struct RestoreFields {
    QString within;  ///< "48 h"
    QString budget;  ///< "1000"
    bool stay_in_region = false;
};

/// Errors, at the names of the fields and all at once: those of parse_duration() and parse_amount().
[[nodiscard]] Result<RestoreTerms> terms_of(const RestoreFields& fields);

/// The same fields have the same text.
[[nodiscard]] std::string key_of(const RestoreFields& fields);

}  // namespace firn::gui
