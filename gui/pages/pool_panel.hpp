#pragma once

#include "gui/worker/pool_answer.hpp"

#include <QStringList>
#include <QWidget>

#include <memory>

class QBoxLayout;
class QSpinBox;
class QTableView;
class QTextEdit;

namespace firn::gui {

class SideQuestion;
class TableModel;

/// The pool table of a scenario, in words and numbers, with a field for the length of the outage that it
/// supposes. It is worked out only while it is seen: it asks for many runs.
class PoolPanel : public QWidget {
    Q_OBJECT

  public:
    explicit PoolPanel(QWidget* parent = nullptr);

    /// The scenario whose pools are meant from now on.
    void be_about(Question question);
    void set_outage_hours(int hours);
    void cancel();
    [[nodiscard]] bool is_running() const;
    [[nodiscard]] const PoolAnswer* answer() const { return answer_.get(); }
    [[nodiscard]] const TableModel& table() const { return *table_; }
    [[nodiscard]] const QStringList& sentences() const { return sentences_; }

  signals:
    /// Nothing runs any more.
    void settled();

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    [[nodiscard]] QTableView* new_figures_view();
    void arrange();
    void ask();
    void show_answer(std::shared_ptr<const PoolAnswer> answer);

    Question question_{};
    bool has_question_ = false;
    std::shared_ptr<const PoolAnswer> answer_{};
    QStringList sentences_{};
    QSpinBox* hours_;
    SideQuestion* side_;
    TableModel* table_;
    QTableView* figures_ = nullptr;
    int wanted_ = 0;  ///< width in which they are seen whole
    QBoxLayout* columns_ = nullptr;
    QTextEdit* words_;
};

}  // namespace firn::gui
