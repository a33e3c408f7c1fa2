"""Fields for titles in which Enter ends the printed line."""

from django import forms

from pbgdpl.lib.titles import typed_title

ENTER = "Nhấn Enter ở chỗ muốn xuống dòng trên bản in; không nhấn thì máy tự ngắt dòng."
SHORT_ENTER = "Enter: xuống dòng trên bản in."


class TitlesMixin:
    """A model form whose fields named in `titles` may have line breaks, which are stored beside the texts."""

    titles = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.titles:
            field = self.fields[name]
            field.cleaned = typed_title
            field.widget = forms.Textarea({"rows": 2, **field.widget.attrs})
            self.initial[name] = self.instance.printed(name)

    def clean(self):
        super().clean()
        typed = {name: self.cleaned_data[name] for name in self.titles if name in self.cleaned_data}
        self.instance.set_lines(typed)
        return self.cleaned_data
