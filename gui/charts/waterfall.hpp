#pragma once

#include "core/units/money.hpp"
#include "gui/charts/plot_content.hpp"

#include <QString>

#include <string>
#include <vector>

namespace firn::gui {

/// What leads from one amount to another.
struct WaterfallPart {
    QString name;
    Money amount{};
    QString explanation{};  ///< in the tooltip, below name and amount
};

/// A box for the first amount, one for each part that stands where the one before it ended, and one for where
/// they all lead. Where the parts are small beside the amounts the axis does not begin at zero, and its title
/// says so. `title` names what the axis measures, without the currency.
[[nodiscard]] PlotContent waterfall(const WaterfallPart& first, const std::vector<WaterfallPart>& parts,
                                    const QString& last, const QString& title, const std::string& currency);

}  // namespace firn::gui
