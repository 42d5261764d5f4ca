// Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
// What ICU's word iterator alone needs to walk each line of a UTF-8 text.
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

int
main(void)
{
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator* const words = ubrk_open(UBRK_WORD, "ar", NULL, 0, &code);
  UText* text = NULL;
  char* line = NULL;
  size_t capacity = 0;
  unsigned long n_words = 0;
  for (ssize_t n = getline(&line, &capacity, stdin); n > 0 && U_SUCCESS(code);
       n = getline(&line, &capacity, stdin)) {
    text = utext_openUTF8(text, line, n, &code);
    ubrk_setUText(words, text, &code);
    while (U_SUCCESS(code) && ubrk_next(words) != UBRK_DONE) {
      ++n_words;
    }
  }
  printf("%lu\n", n_words);
  utext_close(text);
  ubrk_close(words);
  free(line);
  return U_FAILURE(code) ? 1 : 0;
}
