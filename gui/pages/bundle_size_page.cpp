#include "gui/pages/bundle_size_page.hpp"

#include "core/report/indifference_sentences.hpp"
#include "gui/charts/plot.hpp"
#include "gui/charts/size_plots.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/models/size_table.hpp"
#include "gui/pages/answer_text.hpp"
#include "gui/pages/table_view.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"

#include <QHeaderView>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace firn::gui {

namespace {

constexpr int kSideWidth = 356;

constexpr int kFiguresHeight = 276;
// The slider's groove begins and ends with the plots' areas above it.
constexpr int kSliderLeft = 70;
constexpr int kSliderRight = 12;
constexpr int kPlacesOfDoubling = 1000;  // of the slider, which is logarithmic as the axis is
constexpr int kPagesOfSlider = 10;

/// The recommended size, or where the size decides nothing the one to stay with.
AdvisedSize advised_size(const PlanAnswer& answer) {
    const planner::Plan& plan = answer.plan;
    const report::PlanReport shown = answer.report();
    if (!report::indifference_of(shown)) return {plan.recommendation.size, false};
    const Bytes kept = report::kept_size(shown);
    const auto found = std::find_if(plan.sizes.begin(), plan.sizes.end(),
                                    [&](const auto& one) { return one.bundle_size == kept; });
    return {static_cast<std::size_t>(found - plan.sizes.begin()), true};
}

}  // namespace

BundleSizePage::BundleSizePage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("bundle-size"), tr("Bundle size"), document, parent},
      cost_{new Plot{this}},
      waiting_{new Plot{this}},
      restore_{new Plot{this}},
      slider_{new QSlider{Qt::Horizontal, this}},
      figures_{new TableModel{this}},
      sizes_{new TableModel{this}},
      rest_{new_scrolled_text(tr("The answer in words"), this)},
      take_{new QPushButton{tr("Take this size into the scenario"), this}} {
    auto* tabs = new QTabWidget{this};
    tabs->setDocumentMode(true);
    tabs->tabBar()->setAccessibleName(tr("Charts or all sizes"));
    tabs->addTab(make_plots(), tr("Charts"));
    tabs->addTab(new_table_view(*sizes_, QT_TR_NOOP("All bundle sizes"), this), tr("All sizes"));
    auto* columns = new QHBoxLayout;
    columns->addWidget(tabs, 1);
    columns->addWidget(make_side());
    body()->addLayout(columns, 1);
    for (Plot* plot : {cost_, waiting_, restore_})
        connect(plot, &Plot::marker_moved, this, &BundleSizePage::mark);
    connect(slider_, &QSlider::valueChanged, this, [this](int place) { mark(size_at(place)); });
    connect(slider_, &QSlider::actionTriggered, this, &BundleSizePage::step_slider);
    connect(take_, &QPushButton::clicked, this, &BundleSizePage::take_marked_size);
}

QWidget* BundleSizePage::make_plots() {
    auto* plots = new QWidget{this};
    auto* layout = new QVBoxLayout{plots};
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(cost_, 5);
    layout->addWidget(waiting_, 3);
    layout->addWidget(restore_, 3);
    layout->addWidget(make_slider());
    return plots;
}

QWidget* BundleSizePage::make_slider() {
    slider_->setAccessibleName(tr("Bundle size that is marked"));
    slider_->setToolTip(tr("Drag to look at another bundle size"));
    slider_->setEnabled(false);
    auto* row = new QWidget{this};
    auto* layout = new QHBoxLayout{row};
    layout->setContentsMargins(kSliderLeft, 0, kSliderRight, 0);
    layout->addWidget(slider_);
    return row;
}

QWidget* BundleSizePage::make_side() {
    auto* side = new QWidget{this};
    side->setFixedWidth(kSideWidth);
    auto* figures = new_table_view(*figures_, QT_TR_NOOP("Key figures of the marked size"), side);
    figures->setFixedHeight(kFiguresHeight);
    figures->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    figures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    take_->setEnabled(false);
    auto* layout = new QVBoxLayout{side};
    layout->setContentsMargins(8, 8, 0, 0);
    layout->addWidget(figures);
    layout->addWidget(take_);
    layout->addWidget(rest_, 1);
    return side;
}

QString BundleSizePage::purpose() const {
    return tr("Which bundle size costs least is asked of a scenario.");
}

RunWorker::Work BundleSizePage::work_on(Question question) {
    return [this, question = std::move(question)](RunContext& context) {
        return delivery_of(answer_plan(question, context),
                           [this](const std::shared_ptr<const PlanAnswer>& answer) { show_answer(answer); });
    };
}

void BundleSizePage::show_answer(std::shared_ptr<const PlanAnswer> answer) {
    answer_ = std::move(answer);
    const planner::Plan& plan = answer_->plan;
    show_sentences(texts_of(answer_->sentences), texts_of(answer_->assumptions), answer_->provenance);
    show_notes(answer_->notes);
    rest_->setHtml(paragraphs(sentences(), assumptions()));
    advised_ = advised_size(*answer_);
    sizes_->show_content(size_table(plan, advised_));
    marked_ = advised_.size;
    cost_->show_content(cost_by_size(plan, marked_));
    waiting_->show_content(waiting_by_size(plan, answer_->scenario, marked_));
    restore_->show_content(restore_by_size(plan, answer_->scenario, marked_));
    slider_->setRange(0, place_of(plan.sizes.size() - 1));
    slider_->setPageStep(std::max(1, slider_->maximum() / kPagesOfSlider));
    slider_->setEnabled(true);
    mark(marked_);
}

int BundleSizePage::place_of(std::size_t size) const {
    const std::vector<double>& stops = cost_->content().marker->stops;
    return static_cast<int>(std::lround((stops[size] - stops.front()) * kPlacesOfDoubling));
}

std::size_t BundleSizePage::size_at(int place) const {
    std::size_t nearest = 0;
    for (std::size_t size = 0; size < answer_->plan.sizes.size(); ++size) {
        if (std::abs(place_of(size) - place) < std::abs(place_of(nearest) - place)) nearest = size;
    }
    return nearest;
}

/// The slider goes from size to size, however far they are apart.
void BundleSizePage::step_slider(int action) {
    if (!answer_) return;
    const bool is_up = action == QSlider::SliderSingleStepAdd || action == QSlider::SliderPageStepAdd;
    const bool is_down = action == QSlider::SliderSingleStepSub || action == QSlider::SliderPageStepSub;
    if (!is_up && !is_down) return;
    const bool is_page = action == QSlider::SliderPageStepAdd || action == QSlider::SliderPageStepSub;
    std::size_t size = is_page ? size_at(slider_->sliderPosition()) : marked_;
    if (size == marked_ && is_up && size + 1 < answer_->plan.sizes.size()) ++size;
    if (size == marked_ && is_down && size > 0) --size;
    slider_->setSliderPosition(place_of(size));
}

void BundleSizePage::mark(std::size_t size) {
    if (!answer_ || size >= answer_->plan.sizes.size()) return;
    marked_ = size;
    for (Plot* plot : {cost_, waiting_, restore_})
        plot->move_marker(size);
    const QSignalBlocker quietly{slider_};
    slider_->setValue(place_of(size));
    figures_->show_content(key_figures(answer_->plan, size, advised_));
    const Bytes own = answer_->scenario.pipeline.bundle_size;
    take_->setEnabled(answer_->plan.sizes[size].bundle_size != own);
    take_->setText(
        tr("Take %1 into the scenario").arg(from_utf8(to_text(answer_->plan.sizes[size].bundle_size))));
}

void BundleSizePage::take_marked_size() {
    if (!answer_) return;
    const std::string size = to_text(answer_->plan.sizes[marked_].bundle_size);
    if (!document().set_setting("pipeline.bundle_size", from_utf8(size)))
        emit told(tr("The scenario's text is too unusual to be changed here; please change it there."));
}

std::vector<Exhibit> BundleSizePage::exhibits() const {
    if (!answer_) return {};
    return {{tr("Cost by bundle size"), cost_, sizes_},
            {tr("Waiting by bundle size"), waiting_, nullptr},
            {tr("Restore reads by bundle size"), restore_, nullptr}};
}

}  // namespace firn::gui
