#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace firn::gui {

/// Sentences of the core for the window, their numbers as the locale has them.
[[nodiscard]] QStringList texts_of(const std::vector<std::string>& sentences);

/// What an answer says after its first sentence, and what it assumes, as rich text.
[[nodiscard]] QString paragraphs(const QStringList& sentences, const QStringList& assumptions);

}  // namespace firn::gui
