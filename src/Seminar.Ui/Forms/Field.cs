using Microsoft.AspNetCore.Components;

namespace Seminar.Ui;

/// <summary>What every field of a form shares: its name, its label, its hint and its error, tied together for assistive tools.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>What to fill in.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Name of the field in the form that is sent.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What was typed.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>How to fill it in.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Why it was refused.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>Whether it must be filled in; others say that they need not.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Whether it goes without saying that it need not be filled in, as in a search.</summary>
    [Parameter]
    public bool InSearch { get; set; }

    /// <summary>The HTML autocomplete token.</summary>
    [Parameter]
    public string? Autocomplete { get; set; }

    /// <summary>Tells apart fields of one name, when several forms of a page have it.</summary>
    [Parameter]
    public string? Within { get; set; }

    /// <summary>The identifier that labels and summaries refer to.</summary>
    protected string Id => Within is null ? $"field-{Name}" : $"field-{Within}-{Name}";

    /// <summary>The identifiers of hint and error, or null when there are none.</summary>
    protected string? DescribedBy => string.Join(' ', Ids()) is { Length: > 0 } ids ? ids : null;

    /// <summary>The aria-invalid value: true once refused, else absent.</summary>
    protected string? Invalid => Error is null ? null : "true";

    private IEnumerable<string> Ids()
    {
        if (Hint is not null)
        {
            yield return $"{Id}-hint";
        }

        if (Error is not null)
        {
            yield return $"{Id}-error";
        }
    }
}
