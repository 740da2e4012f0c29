using Seminar.Contracts.Workshops;
using Seminar.Ui;

namespace Seminar.Reports.PastBilan;

/// <summary>Goes through the lines once, from heading to heading, and makes workshops of them.</summary>
internal sealed class PastBilanBuilder
{
    private readonly List<WorkshopBuilder> _workshops = [];
    private readonly List<UnrecognisedLine> _unrecognised = [];
    private readonly List<SynthesisRow> _faces = [];
    private readonly List<string> _axes = [];
    private WorkshopBuilder? _workshop;
    private (SectionKind Kind, Column? Column)? _section;
    private int _synthesisLevel;
    private string? _title;
    private bool _isContents;
    private bool _isEvidence;

    public PastBilanReading Build(IReadOnlyList<Line> lines)
    {
        // A title of someone's own may sound like the name of a section: those of the outline all stand at one level.
        var sectionLevel = lines.Where(line => line.Kind == LineKind.Heading && OutlineWords.SectionOf(line.Text) is { Kind: SectionKind.Column }).Select(line => line.Level).DefaultIfEmpty(2).Min();
        foreach (var line in lines)
        {
            if (!(line.Kind == LineKind.Heading ? Open(line, sectionLevel) : Take(line)))
            {
                _unrecognised.Add(new UnrecognisedLine(line.Number, line.Text));
            }
        }

        var synthesis = _faces.Count + _axes.Count == 0 ? null : new TransversalSynthesis([.. _faces.Select(row => row.Plus)], [.. _faces.Select(row => row.Minus)], _faces, _axes);
        var workshops = _workshops.Where(workshop => workshop.HasContent).Select(workshop => workshop.Build()).ToList();
        return workshops.Count == 0 && synthesis is null
            ? PastBilanReading.Refused("Aucun atelier n’a été reconnu. Les titres « Réussites », « Forces », « Freins », « Obstacles » et « Plan d’action » sont attendus.")
            : new PastBilanReading(workshops, synthesis, _unrecognised, null);
    }

    private bool Open(Line line, int sectionLevel)
    {
        _isContents = IsContents(line);
        if (_section is { Kind: SectionKind.Synthesis } && line.Level > _synthesisLevel)
        {
            _isEvidence = OutlineWords.IsEvidence(line.Text);
            return true;
        }

        if (OutlineWords.SectionOf(line.Text) is { } section && line.Level <= sectionLevel)
        {
            return OpenSection(line, section);
        }

        if (line.Level < sectionLevel || OutlineWords.IsChapter(line.Text))
        {
            return OpenChapter(line);
        }

        return _section switch
        {
            { Column: { } column } => _workshop!.OpenHeading(column, OutlineWords.WithoutNumber(line.Text)),
            { Kind: SectionKind.Plan } => _workshop!.OpenAxis(OutlineWords.AxisOf(line.Text) ?? OutlineWords.WithoutNumber(line.Text)),
            _ => false,
        };
    }

    private bool OpenSection(Line line, (SectionKind Kind, Column? Column) section)
    {
        if (section.Kind == SectionKind.Synthesis)
        {
            (_section, _synthesisLevel, _workshop, _isEvidence) = (section, line.Level, null, false);
            return true;
        }

        // A bilan of one workshop may not have a chapter at all.
        _workshop ??= OpenWorkshop(line.Number, null, _title ?? "");
        _section = section;
        if (section.Column is { } column)
        {
            _workshop.OpenColumn(column);
        }

        return true;
    }

    private bool OpenChapter(Line line)
    {
        _section = null;
        if (_isContents)
        {
            return true;
        }

        var (number, title) = OutlineWords.ChapterOf(line.Text);
        if (_title is null && number is null && line.Level == 1)
        {
            // The highest title, once: that of the document.
            _title = title;
        }

        _workshop = OpenWorkshop(line.Number, number, title);
        return true;
    }

    private WorkshopBuilder OpenWorkshop(int line, int? number, string title)
    {
        var workshop = new WorkshopBuilder(line, number ?? _workshops.Count(each => each.HasContent) + 1, title);
        _workshops.Add(workshop);
        return workshop;
    }

    private static bool IsContents(Line line) => line.Text.Equals("Sommaire", StringComparison.OrdinalIgnoreCase);

    private bool Take(Line line)
    {
        _isContents |= IsContents(line);
        if (_isContents)
        {
            return true;
        }

        if (_section is { Kind: SectionKind.Synthesis })
        {
            return _isEvidence || TakeSynthesis(line);
        }

        return _workshop is { } workshop && (_section is { } section ? Take(workshop, section, line) : workshop.Introduce(line.Text));
    }

    private static bool Take(WorkshopBuilder workshop, (SectionKind Kind, Column? Column) section, Line line) => section.Kind switch
    {
        SectionKind.Questions => workshop.AddQuestionOrContext(line),
        SectionKind.Team => workshop.AddMember(line),
        SectionKind.Witnesses => workshop.AddWitness(line),
        SectionKind.Attendance => workshop.AddAttendance(line),
        SectionKind.Column => workshop.AddNote(line),
        SectionKind.Plan => workshop.AddProposal(line),
        SectionKind.Quotes => workshop.AddQuote(line),
        // Drawn from the columns: it holds nothing of its own.
        SectionKind.Summary => true,
        _ => false,
    };

    private bool TakeSynthesis(Line line)
    {
        if (line.Kind == LineKind.Row && line.Cells.Count == 2)
        {
            if (line.Cells[0] is not ("Ce qui marche" or "Points forts" or "+" or "++"))
            {
                _faces.Add(new SynthesisRow(line.Cells[0], line.Cells[1]));
            }

            return true;
        }

        if (line.Kind == LineKind.Item)
        {
            _axes.Add(line.Text);
            return true;
        }

        // The figures of all workshops are counted anew.
        return line.Kind == LineKind.Row || WorkshopBuilder.IsOurs(line.Text);
    }
}
