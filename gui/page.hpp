#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <utility>
#include <vector>

class QAbstractItemModel;

namespace firn::gui {

class Plot;

/// Something of a page that goes out of the window: a chart, a table, or both about the same.
struct Exhibit {
    QString name;  ///< "Cost by bundle size"
    Plot* plot = nullptr;
    const QAbstractItemModel* table = nullptr;
};

/// A page of the window: one question, its answer first. A page wires and draws; what it shows comes from
/// item models and from plots that are values.
class Page : public QWidget {
    Q_OBJECT

  public:
    /// `key` names the page in files: "bundle-size".
    Page(QString key, QString title, QWidget* parent)
        : QWidget{parent}, key_{std::move(key)}, title_{std::move(title)} {
        setObjectName(key_);
        setAccessibleName(title_);
    }

    [[nodiscard]] const QString& key() const { return key_; }
    [[nodiscard]] const QString& title() const { return title_; }

    /// The page is seen, or the scenario that it shows is another: what it shows is brought up to date.
    virtual void refresh() {}
    /// The same, though nothing has changed that the page knows of.
    virtual void run_again() {}
    /// Gives up what runs.
    virtual void cancel() {}
    /// Whether it shows anything of the window's scenario.
    [[nodiscard]] virtual bool needs_scenario() const { return true; }
    /// Whether nothing runs.
    [[nodiscard]] virtual bool is_settled() const { return true; }
    /// What can be exported now.
    [[nodiscard]] virtual std::vector<Exhibit> exhibits() const { return {}; }
    /// The answer as sentences, what it rests on, and what the window's last line says of it; empty without
    /// an answer.
    [[nodiscard]] virtual QStringList sentences() const { return {}; }
    [[nodiscard]] virtual QStringList assumptions() const { return {}; }
    [[nodiscard]] virtual QString provenance() const { return {}; }
    /// What is to be noted about the answer: guesses, what was left out, warnings.
    [[nodiscard]] virtual QStringList notes() const { return {}; }
    /// What else the page can show, by names for files ("pools"), and how it comes to be seen.
    [[nodiscard]] virtual QStringList views() const { return {}; }
    virtual void show_view(const QString& /*view*/) {}

  signals:
    /// Nothing runs any more.
    void settled();
    /// There is no scenario to ask, and a person wants to open one.
    void scenario_wanted();
    /// Files were dropped on the page that belong on another one.
    void left_to_window(const QStringList& paths);
    /// Something for the window's last line.
    void told(const QString& message);

  private:
    QString key_;
    QString title_;
};

}  // namespace firn::gui
