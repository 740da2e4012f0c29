namespace Seminar.Ui;

/// <summary>How much a button stands out; one primary a page.</summary>
public enum ButtonKind
{
    /// <summary>The one main thing to do.</summary>
    Primary,

    /// <summary>Another thing to do.</summary>
    Secondary,

    /// <summary>What takes something away.</summary>
    Danger,
}
