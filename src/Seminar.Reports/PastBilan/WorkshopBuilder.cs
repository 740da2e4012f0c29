using System.Globalization;
using System.Text.RegularExpressions;
using Seminar.Contracts.Reference;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.PastBilan;

/// <summary>A workshop while its lines come in. Each method tells whether it made something of a line.</summary>
internal sealed partial class WorkshopBuilder(int line, int number, string title)
{
    private readonly List<string> _context = [];
    private readonly List<string> _questions = [];
    private readonly List<TeamMember> _team = [];
    private readonly List<Witness> _witnesses = [];
    private readonly List<(Column Column, List<HeadingBuilder> Headings)> _board = [];
    private readonly List<(string Title, List<string> Proposals)> _plan = [];
    private readonly List<Quote> _quotes = [];
    private readonly int[] _families = new int[3];
    private bool _planHasItems;
    private int? _announced;
    private int _number = number;
    private Room? _room;

    public bool HasContent => _board.Count + _plan.Count + _quotes.Count + _team.Count + _questions.Count > 0;

    public RecognisedWorkshop Build() => new(line, new WorkshopDocument(
        "", _number, title, _room, string.Join('\n', _context), _questions, _team, _witnesses,
        new Attendance(_families[2], _families[1], _families[0], _announced ?? _families.Sum()),
        [.. _board.GroupBy(column => column.Column).Select(column => new BoardColumn(column.Key, [.. column.SelectMany(each => each.Headings).Where(heading => heading.Title.Length > 0).Select(heading => new Heading(heading.Title, heading.Intro, heading.Notes))]))],
        [.. _plan.Select(axis => new Axis(axis.Title, axis.Proposals))],
        [.. _quotes.Select(quote => quote.Speaker.Length > 0 ? quote : quote with { Speaker = "participant" })]));

    /// <summary>Under the chapter's title: where and when, or what the export says of itself.</summary>
    public bool Introduce(string text)
    {
        if (Place().Match(text) is { Success: true } place)
        {
            _number = int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture);
            var room = place.Groups[2].Value.Trim();
            if (room.Length > 0 && !room.Equals("salle non connue", StringComparison.OrdinalIgnoreCase))
            {
                var comma = room.IndexOf(',', StringComparison.Ordinal);
                _room = comma < 0 ? new Room(room, null) : new Room(room[..comma].Trim(), room[(comma + 1)..].Trim());
            }

            return true;
        }

        return IsOurs(text);
    }

    public bool AddQuestionOrContext(Line line)
    {
        if (line.Kind == LineKind.Item || line.Text.EndsWith('?'))
        {
            _questions.Add(line.Text);
        }
        else if (!IsOurs(line.Text))
        {
            _context.Add(line.Text);
        }

        return true;
    }

    public bool AddMember(Line line)
    {
        if (line.Kind != LineKind.Row || line.Cells.Count < 3)
        {
            return IsOurs(line.Text);
        }

        if (RoleOf(line.Cells[0]) is { } role)
        {
            _team.Add(new TeamMember(role, Known(line.Cells[1]), line.Cells[2], line.Cells.Count > 3 ? DepartementOf(line.Cells[3]) : null));
            return true;
        }

        return IsHeader(line, "Rôle");
    }

    public bool AddWitness(Line line)
    {
        if (line.Kind != LineKind.Row || line.Cells.Count < 3)
        {
            return IsOurs(line.Text);
        }

        if (FamilyOf(line.Cells[0]) is { } family)
        {
            _witnesses.Add(new Witness(family, Known(line.Cells[1]), line.Cells[2], line.Cells.Count > 3 ? DepartementOf(line.Cells[3]) : null));
            return true;
        }

        return IsHeader(line, "Famille");
    }

    public bool AddAttendance(Line line)
    {
        if (Announced().Match(line.Text) is { Success: true } announced)
        {
            _announced = Whole(announced.Groups[1].Value);
            return true;
        }

        var (label, count) = line.Kind == LineKind.Row && line.Cells.Count == 2 ? (line.Cells[0], line.Cells[1]) : Counted().Match(line.Text) is { Success: true } match ? (match.Groups[2].Value, match.Groups[1].Value) : ("", "");
        if (Whole(count) is not { } people)
        {
            return IsHeader(line, "Famille") || IsOurs(line.Text);
        }

        if (PlaceNames.Plain(label).StartsWith("Total", StringComparison.OrdinalIgnoreCase))
        {
            _announced ??= people;
            return true;
        }

        if (FamilyOf(label) is not { } family)
        {
            return false;
        }

        _families[(int)family] = people;
        return true;
    }

    public void OpenColumn(Column column)
    {
        if (!_board.Exists(each => each.Column == column))
        {
            _board.Add((column, []));
        }
    }

    public bool OpenHeading(Column column, string title)
    {
        _board.Single(each => each.Column == column).Headings.Add(new HeadingBuilder(title));
        return title.Length > 0;
    }

    public bool AddNote(Line line)
    {
        var headings = _board[^1].Headings;
        // What follows the notes introduces nothing.
        if (line.Kind is LineKind.Text && (IsOurs(line.Text) || headings.Count == 0 || headings[^1].Notes.Count > 0))
        {
            return IsOurs(line.Text);
        }

        if (headings.Count == 0)
        {
            headings.Add(new HeadingBuilder("Notes"));
        }

        if (line.Kind == LineKind.Text)
        {
            headings[^1].Introduce(line.Text);
        }
        else
        {
            // In some bilans the notes are the cells of a table.
            headings[^1].Notes.AddRange((line.Kind == LineKind.Row ? line.Cells : [line.Text]).Where(text => text.Length > 0));
        }

        return true;
    }

    public bool OpenAxis(string title)
    {
        _plan.Add((title, []));
        return title.Length > 0;
    }

    public bool AddProposal(Line line)
    {
        if (line.Kind == LineKind.Text && OutlineWords.AxisOf(line.Text) is { } axis)
        {
            return OpenAxis(axis);
        }

        if (IsOurs(line.Text))
        {
            return true;
        }

        // Where proposals are items, a paragraph is something else.
        if (line.Kind == LineKind.Text && _planHasItems)
        {
            return false;
        }

        _planHasItems |= line.Kind == LineKind.Item;
        if (_plan.Count == 0)
        {
            OpenAxis("Propositions");
        }

        _plan[^1].Proposals.Add(line.Text);
        return true;
    }

    public bool AddQuote(Line line)
    {
        if (line.Kind == LineKind.Quote || line.Text.StartsWith('«'))
        {
            _quotes.Add(new Quote("", QuoteMarks().Replace(line.Text, "")));
            return true;
        }

        // Signed on the next line.
        if (_quotes.Count > 0 && _quotes[^1].Speaker.Length == 0)
        {
            _quotes[^1] = _quotes[^1] with { Speaker = SpeakerOf(line.Text) };
            return true;
        }

        return IsOurs(line.Text);
    }

    /// <summary>What an export of ours says where there is nothing, and the titles of its tables and charts: no content.</summary>
    public static bool IsOurs(string text) => Ours().IsMatch(text);

    private static bool IsHeader(Line line, string first) => line.Kind == LineKind.Row && line.Cells[0] == first;

    private static string? Known(string cell) => cell is "" or "–" or "-" ? null : cell;

    private static string? DepartementOf(string cell) => Code().Match(cell) is { Success: true } code ? code.Groups[1].Value
        : Departements.All.FirstOrDefault(each => PlaceNames.Plain(each.Name).Equals(PlaceNames.Plain(cell), StringComparison.OrdinalIgnoreCase))?.Code;

    private static TeamRole? RoleOf(string cell) => PlaceNames.Plain(cell).ToLowerInvariant() switch
    {
        var word when word.StartsWith("appui", StringComparison.Ordinal) || word.StartsWith("co-anim", StringComparison.Ordinal) => TeamRole.CoFacilitator,
        var word when word.StartsWith("anim", StringComparison.Ordinal) => TeamRole.Facilitator,
        var word when word.StartsWith("rapporteu", StringComparison.Ordinal) => TeamRole.Rapporteur,
        var word when word.StartsWith("suppleant", StringComparison.Ordinal) => TeamRole.Deputy,
        _ => null,
    };

    private static Family? FamilyOf(string cell) => PlaceNames.Plain(cell).ToLowerInvariant() switch
    {
        var word when word.StartsWith("mission", StringComparison.Ordinal) || word == "ml" => Family.MissionLocale,
        var word when word.StartsWith("parten", StringComparison.Ordinal) => Family.Partner,
        var word when word.StartsWith("jeune", StringComparison.Ordinal) => Family.Youth,
        _ => null,
    };

    private static string SpeakerOf(string text) => text.Trim().TrimStart('—', '–', '-').Trim() switch
    {
        "Un jeune" => "jeune",
        "Un professionnel" => "professionnel",
        "Un partenaire" => "partenaire",
        var other => other,
    };

    private static int? Whole(string text) =>
        int.TryParse(string.Concat(text.Where(character => !char.IsWhiteSpace(character))), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^Atelier\s+n°\s*(\d{1,3})(?:\s*·\s*de \d\d:\d\d à \d\d:\d\d)?(?:\s*·\s*(.*))?$")]
    private static partial Regex Place();

    [GeneratedRegex(@"total annoncé\D{0,10}(\d[\d\s]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^(\d[\d\s]*)\s+(\p{L}.*)$")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\(([0-9][0-9AB][0-9]?)\)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^«\s*|\s*»$")]
    private static partial Regex QuoteMarks();

    [GeneratedRegex(
        @"^(?:(?:Aucune note sous ce titre|Aucune question n.a été posée|Aucun rôle n.est renseigné|Aucun témoin n.est renseigné|Rien n.a été noté|Le tableau est vide|Aucun axe n.a été proposé"
        + @"|Aucune proposition\s?: l.intitulé porte l.idée|Aucune citation n.a été relevée|La synthèse n.est pas encore écrite)\."
        + @"|Équipe de l.atelier, par rôle|Témoins, par famille|Participants, par famille.*|Participants par atelier et par famille.*|Les quatre colonnes face à face|Points forts et leurs contreparties"
        + @"|Nombre de notes par thématique et par colonne|Notes par thématique et par colonne.*|(?:Brouillon|En relecture|Version\s\d+).{0,80}\.|(?:Attention )?Écart à vérifier\s?:.*)$", RegexOptions.Singleline)]
    private static partial Regex Ours();

    private sealed class HeadingBuilder(string title)
    {
        public string Title => title;

        public string? Intro { get; private set; }

        public List<string> Notes { get; } = [];

        public void Introduce(string text) => Intro = Intro is null ? text : $"{Intro}\n{text}";
    }
}
